package gameday.script;

import gameday.process.Chat;
import gameday.process.PipelinePart;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * What a rehearsal plays.
 *
 * @param scenario the scenario's name
 * @param seed all its chance comes from it
 * @param length how long questions arrive, event time
 * @param questions in order of {@link ScriptedQuestion#at}
 */
public record Script(
    String scenario, long seed, Duration length, List<ScriptedQuestion> questions) {
  /** Version of the file format. */
  public static final int VERSION = 1;

  public Script {
    questions = List.copyOf(questions);
  }

  /** The same day for a pipeline that doesn't know these parts: without what it can't hear of. */
  public Script without(Collection<PipelinePart> parts) {
    return parts.contains(PipelinePart.MOD_CHAT)
        ? new Script(
            scenario,
            seed,
            length,
            questions.stream().filter(question -> question.chat() != Chat.MOD).toList())
        : this;
  }
}
