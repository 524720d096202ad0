package gameday.pipeline;

import java.util.Locale;

/**
 * Who asks and where they are, as far as a chat tells; blank where it doesn't.
 *
 * @param page URL of the page or session
 */
public record Caller(String name, String email, String page) {
  /** Nothing known. */
  public static final Caller UNKNOWN = new Caller("", "", "");

  public Caller {
    email = email.strip().toLowerCase(Locale.ROOT);
  }

  /** This, with what is blank taken from {@code other}. */
  Caller or(Caller other) {
    return new Caller(
        name.isBlank() ? other.name : name,
        email.isBlank() ? other.email : email,
        page.isBlank() ? other.page : page);
  }
}
