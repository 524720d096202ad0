package gameday.pipeline;

import java.util.Locale;

/**
 * Who asks, where they are and what about, as far as a chat tells; blank where it doesn't.
 *
 * @param page URL of the page or session
 * @param topic what the chat itself says the question is about
 */
public record Caller(String name, String email, String page, String topic) {
  /** Nothing known. */
  public static final Caller UNKNOWN = new Caller("", "", "");

  /** Folds the address, which people write in many ways. */
  public Caller {
    email = email.strip().toLowerCase(Locale.ROOT);
    // What was stored before there were topics has none.
    topic = topic == null ? "" : topic;
  }

  /** Somebody of whose question the chat doesn't say what it is about. */
  public Caller(String name, String email, String page) {
    this(name, email, page, "");
  }

  /** This, with what is blank taken from {@code other}. */
  Caller or(Caller other) {
    return new Caller(
        name.isBlank() ? other.name : name,
        email.isBlank() ? other.email : email,
        page.isBlank() ? other.page : page,
        topic.isBlank() ? other.topic : topic);
  }
}
