package gameday.saboteur.matrix;

import gameday.saboteur.Day;
import gameday.saboteur.Saboteur;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One saboteur on one day, judged.
 *
 * @param saboteur empty for the honest pipeline
 * @param day what was played
 * @param seed the day's, and the saboteur's
 * @param rules every rule's verdict, in the order of the rule book
 */
public record Trial(Optional<Saboteur> saboteur, Day day, long seed, List<RuleVerdict> rules) {
  public Trial {
    rules = List.copyOf(rules);
  }

  /** What a rule made of it, the worst first. */
  public enum Cell {
    /** It had nothing to notice, and says something all the same; or blames somebody else. */
    WRONG,
    /** It had to notice, and didn't. */
    MISSED,
    /** It had to notice, and did, and blames who is to blame. */
    CAUGHT,
    /** Nothing to notice, and nothing said. */
    QUIET,
    /** Nothing to notice, and no case either. */
    NOT_EXERCISED
  }

  /** What {@code rule} made of it. */
  public Cell cell(RuleVerdict rule) {
    boolean due = saboteur.filter(one -> one.rule().equals(rule.rule())).isPresent();
    boolean others =
        rule.violations().stream().anyMatch(violation -> !due || !isBlamedRightly(violation));
    if (others) {
      return Cell.WRONG;
    }
    if (due) {
      return rule.violations().isEmpty() ? Cell.MISSED : Cell.CAUGHT;
    }
    return rule.outcome() == Outcome.PASS ? Cell.QUIET : Cell.NOT_EXERCISED;
  }

  private boolean isBlamedRightly(Violation violation) {
    return saboteur.filter(one -> one.blame() == violation.blame()).isPresent();
  }

  /** Whether every rule made of it what it must. */
  public boolean isRight() {
    return faults().isEmpty();
  }

  /** What is not as it must be, a sentence each. */
  public List<String> faults() {
    boolean judged = rules.stream().anyMatch(rule -> rule.rule().equals(expected()));
    Stream<String> unjudged =
        saboteur.isPresent() && !judged
            ? Stream.of("%s was not judged for %s (seed %d)".formatted(expected(), who(), seed))
            : Stream.empty();
    return Stream.concat(unjudged, rules.stream().flatMap(rule -> fault(rule).stream())).toList();
  }

  /** Who was played, such as {@code drops-answers}. */
  public String who() {
    return saboteur
        .map(Saboteur::id)
        .orElseGet(() -> "honest on " + day.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private Optional<String> fault(RuleVerdict rule) {
    String who = who();
    return switch (cell(rule)) {
      case CAUGHT, QUIET, NOT_EXERCISED -> Optional.empty();
      case MISSED -> Optional.of("%s missed %s (seed %d)".formatted(rule.rule(), who, seed));
      case WRONG -> {
        Violation first =
            rule.violations().stream()
                .filter(one -> !isBlamedRightly(one) || !one.rule().equals(expected()))
                .findFirst()
                .orElseThrow();
        yield Optional.of(
            "%s was raised wrongly against %s (seed %d), blaming the %s: %s%s"
                .formatted(
                    rule.rule(),
                    who,
                    seed,
                    first.blame().word(),
                    first.question().map(id -> id.value() + ", ").orElse(""),
                    first.sentence()));
      }
    };
  }

  private String expected() {
    return saboteur.map(Saboteur::rule).orElse("");
  }
}
