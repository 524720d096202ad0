package gameday.verdict;

import gameday.history.Entry;
import gameday.script.QuestionId;
import java.util.List;
import java.util.Optional;

/**
 * One breach of one rule.
 *
 * @param rule the rule's id
 * @param question the question concerned; empty if none can be named
 * @param blame whose it is
 * @param kind whether something happened that must not, or something due didn't
 * @param sentence what went wrong, for a person, with the actual values
 * @param witnesses the few entries of the history that prove it; at least one unless the proof is
 *     an absence
 */
public record Violation(
    String rule,
    Optional<QuestionId> question,
    Blame blame,
    Kind kind,
    String sentence,
    List<Entry> witnesses) {
  public Violation {
    witnesses = List.copyOf(witnesses);
  }
}
