package gameday.judge;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.Moment;
import gameday.evidence.Way;
import gameday.history.Entry;
import gameday.history.Happening.Asked;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.OfQuestion;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunEnded.Reason;
import gameday.history.History;
import gameday.history.Order;
import gameday.measures.Measures;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a run can't be believed: a tired generator must not pass a tired pipeline. */
final class Trust {
  /** A generator that is later than this, machine time, distorts what people feel as prompt. */
  private static final Duration MOST_LAG = Duration.ofMillis(250);

  private static final double MOST_UNSENT = 0.001;

  private Trust() {}

  /** Whether a history has its beginning and its end. */
  static boolean isWhole(History history) {
    return history.started().isPresent() && history.ended().isPresent();
  }

  static List<String> doubts(Evidence evidence, Measures measures, List<RuleVerdict> rules) {
    List<String> doubts = new ArrayList<>();
    if (!isWhole(evidence.history())) {
      String missing = evidence.history().started().isEmpty() ? "beginning" : "end";
      doubts.add("history is cut off: its %s is missing".formatted(missing));
    }
    disorder(evidence.history()).ifPresent(doubts::add);
    foreignScript(evidence).ifPresent(doubts::add);
    strangers(evidence).ifPresent(doubts::add);
    aborted(evidence, rules).ifPresent(doubts::add);
    Duration lag = measures.generatorLag().p99();
    if (lag.compareTo(MOST_LAG) > 0) {
      doubts.add(
          "the generator was tired: 1 %% of questions were sent over %d ms late, %d ms are allowed"
              .formatted(lag.toMillis(), MOST_LAG.toMillis()));
    }
    long due = evidence.cases().stream().filter(file -> isDue(evidence, file)).count();
    long unsent =
        evidence.cases().stream()
            .filter(file -> isDue(evidence, file) && file.first(Asked.class).isEmpty())
            .count();
    if (unsent > MOST_UNSENT * due) {
      doubts.add("%d of %d questions were never sent".formatted(unsent, due));
    }
    for (Moment<HarnessTrouble> trouble : evidence.all(HarnessTrouble.class)) {
      if (trouble.what().question().isEmpty()) {
        doubts.add("the harness had trouble: " + trouble.what().what());
      }
    }
    return doubts;
  }

  private static Optional<String> disorder(History history) {
    return history.started().isEmpty()
        ? Optional.empty()
        : Order.firstFault(history).map(fault -> "the history is out of order: " + fault);
  }

  /** A script of another day has other questions, and judges nothing of this one. */
  private static Optional<String> foreignScript(Evidence evidence) {
    Script script = evidence.script();
    String name = evidence.scenario().name();
    if (!script.scenario().equals(name)) {
      return Optional.of(
          "the script is of scenario %s, the scenario is %s; put back the files of one run"
              .formatted(script.scenario(), name));
    }
    return evidence
        .history()
        .started()
        .filter(it -> it.seed() != script.seed() || !it.scenario().equals(script.scenario()))
        .map(
            it ->
                "the history is of scenario %s with seed %d, the script of %s with seed %d; put back"
                        .formatted(it.scenario(), it.seed(), script.scenario(), script.seed())
                    + " the files of one run");
  }

  private static Optional<String> strangers(Evidence evidence) {
    Set<QuestionId> known = new HashSet<>();
    evidence.cases().forEach(file -> known.add(file.id()));
    evidence.unplayed().forEach(question -> known.add(question.id()));
    Set<QuestionId> strangers = new LinkedHashSet<>();
    for (Entry entry : evidence.history().entries()) {
      if (entry.what() instanceof OfQuestion of && !known.contains(of.question())) {
        strangers.add(of.question());
      }
    }
    return strangers.stream()
        .findFirst()
        .map(
            first ->
                "the script lacks %d of the history's questions, %s for one; put back the script"
                        .formatted(strangers.size(), first.value())
                    + " it was played with");
  }

  /** A run the harness gave up; where the pipeline is to blame, a rule says so instead. */
  private static Optional<String> aborted(Evidence evidence, List<RuleVerdict> rules) {
    return evidence
        .history()
        .ended()
        .filter(ended -> ended.reason() == Reason.ABORTED)
        .filter(ended -> rules.stream().noneMatch(rule -> rule.outcome() == Outcome.FAIL))
        .map(RunEnded::detail)
        .map(detail -> "the run was aborted: " + detail);
  }

  /** Whether a question had to be sent: the run got there, and its chat was not down by plan. */
  private static boolean isDue(Evidence evidence, CaseFile file) {
    long intended = evidence.clock().wallNanos(file.question().at());
    return intended + evidence.tolerance().lateNanos() <= evidence.endNanos()
        && !evidence
            .faults()
            .touches(intended, intended, Way.through(file.question().chat().word()));
  }
}
