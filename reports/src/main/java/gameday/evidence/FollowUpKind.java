package gameday.evidence;

import gameday.history.Happening.SlackPosted;
import gameday.process.Deadlines;
import java.time.Duration;
import java.util.Optional;

/** What the pipeline posts in an issue's thread at a deadline, told apart by how it begins. */
public enum FollowUpKind {
  REMINDER("Reminder:"),
  CALL_AGAIN("Calling again:");

  private final String beginning;

  FollowUpKind(String beginning) {
    this.beginning = beginning;
  }

  /** For a sentence, such as {@code reminder}. */
  public String words() {
    return this == REMINDER ? "reminder" : "second call";
  }

  /** How long after the escalation it is due. */
  public Duration after(Deadlines deadlines) {
    return this == REMINDER ? deadlines.remind() : deadlines.callAgain();
  }

  /** The kind of a message; empty if it is none. */
  public static Optional<FollowUpKind> of(SlackPosted post) {
    String text = post.text().stripLeading();
    for (FollowUpKind kind : values()) {
      if (text.startsWith(kind.beginning)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
