package gameday.checker;

import gameday.history.Entry;
import gameday.script.QuestionId;
import gameday.verdict.Blame;
import gameday.verdict.Kind;
import gameday.verdict.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What one rule found: how many cases it judged and what was wrong with them. */
final class Findings {
  private final String rule;
  private final List<Violation> violations = new ArrayList<>();
  private int cases;

  Findings(String rule) {
    this.rule = rule;
  }

  void judged() {
    cases++;
  }

  void judged(int more) {
    cases += more;
  }

  /** Something happened that must not: a matter of safety, whatever the run's end. */
  void breach(Blame blame, Optional<QuestionId> question, String sentence, List<Entry> witnesses) {
    violations.add(new Violation(rule, question, blame, Kind.SAFETY, sentence, witnesses));
  }

  /** Something due came late or never: a matter of liveness, which a cut-off run leaves open. */
  void missed(Blame blame, Optional<QuestionId> question, String sentence, List<Entry> witnesses) {
    violations.add(new Violation(rule, question, blame, Kind.LIVENESS, sentence, witnesses));
  }

  void breach(Blame blame, QuestionId question, String sentence, Entry... witnesses) {
    breach(blame, Optional.of(question), sentence, List.of(witnesses));
  }

  void missed(Blame blame, QuestionId question, String sentence, Entry... witnesses) {
    missed(blame, Optional.of(question), sentence, List.of(witnesses));
  }

  int cases() {
    return cases;
  }

  /** In the order in which they were found. */
  List<Violation> inOrderFound() {
    return violations;
  }

  /** In order of the first witness; those proved by an absence stand last. */
  List<Violation> violations() {
    return violations.stream()
        .sorted(
            Comparator.comparingLong(
                v -> v.witnesses().isEmpty() ? Long.MAX_VALUE : v.witnesses().get(0).sequence()))
        .toList();
  }
}
