package gameday.preflight;

import java.util.Locale;

/**
 * One thing that was looked at.
 *
 * @param subject who or what; text of others, to be shown as data
 * @param found what was found
 * @param remedy what to do; empty if nothing is
 */
public record Check(CheckName name, String subject, State state, String found, String remedy) {
  /** How it stands; the worst first. */
  public enum State {
    /** It is not as it must be. */
    MISSING,
    /** It couldn't be told, since somebody didn't answer. */
    UNKNOWN,
    /** It is not as it should be, and the event can do without. */
    WARNING,
    /** It was not looked at. */
    SKIPPED,
    OK;

    /** In lower case. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
