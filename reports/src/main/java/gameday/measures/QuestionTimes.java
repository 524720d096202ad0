package gameday.measures;

import gameday.process.Tier;
import gameday.script.ScriptedQuestion;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One question's times; all durations from the intended moment, honest time.
 *
 * @param question the question as scripted
 * @param lag how much later than intended it was sent, machine time; empty if it never was
 * @param firstResponse until anybody, the chatbot included, wrote back
 * @param firstHumanResponse until a person wrote back
 * @param resolution until the answer (not counting a follow-up's)
 * @param escalation for an escalated question: from the agent's decision to the answer brought back
 * @param answeredBy the tier whose answer it was
 * @param end how it ended
 * @param parts where the time until {@code resolution} went
 */
public record QuestionTimes(
    ScriptedQuestion question,
    Optional<Duration> lag,
    Optional<Duration> firstResponse,
    Optional<Duration> firstHumanResponse,
    Optional<Duration> resolution,
    Optional<Duration> escalation,
    Optional<Tier> answeredBy,
    End end,
    Map<Part, Duration> parts) {
  public QuestionTimes {
    parts = Map.copyOf(parts);
  }

  /** How a question ended. */
  public enum End {
    ANSWERED,
    GAVE_UP_SILENTLY,
    GAVE_UP_SAYING_SO,
    OPEN,
    NEVER_ASKED
  }
}
