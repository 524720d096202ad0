package gameday.mining;

import java.util.Locale;

/** How an event or an object stands to an object. */
public enum Qualifier {
  /** An event, or an issue, is about a question. */
  ABOUT,
  /** An event, a message or a question is in a conversation or in an issue's thread. */
  IN,
  /** An event, a message or a question is by a person or the pipeline. */
  BY,
  /** An event reaches the pipeline or a person. */
  TO,
  /** An event makes a message. */
  WRITES,
  /** An event is on a message that is there: an edit, a reaction. */
  ON,
  /** An event, or a message, opens an issue. */
  OPENS;

  /** Its name in a log. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
