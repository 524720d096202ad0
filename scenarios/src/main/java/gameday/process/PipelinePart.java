package gameday.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of its work that a pipeline may say it doesn't know. */
public enum PipelinePart {
  /** Questions of the Mod chat are not played, and its privacy is not judged. */
  MOD_CHAT("Mod chat"),
  /** What is due at a deadline is neither expected nor judged. */
  DEADLINES("deadlines"),
  /** Several askers of one issue in one thread; may be named, changes nothing yet. */
  GROUPING("grouping"),
  /** Edited and deleted answers; may be named, changes nothing yet. */
  EDITS("edits"),
  /** Letting somebody into a Mod chat; may be named, changes nothing yet. */
  GRANTS("grants"),
  /** Screenshots carried over as files; may be named, changes nothing yet. */
  FILES("files");

  private final String noun;

  PipelinePart(String noun) {
    this.noun = noun;
  }

  /** The word for it in {@code without}, such as {@code mod-chat}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is the matter with a pipeline that doesn't know it, as a clause. */
  public String unknown() {
    return "the pipeline knows no " + noun;
  }

  /** The part of that word; empty if there is none. */
  public static Optional<PipelinePart> of(String word) {
    return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
  }
}
