package gameday.process;

/** Who asks during an event. */
public enum Audience {
  ATTENDEE,
  SPEAKER,
  EXHIBITOR;

  /** The word for one of them in a scenario, an objective or a report, such as {@code speaker}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
