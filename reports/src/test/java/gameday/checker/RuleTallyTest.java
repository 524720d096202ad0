package gameday.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Entry;
import gameday.history.Happening.AgentRequested;
import gameday.script.QuestionId;
import gameday.verdict.Blame;
import gameday.verdict.Violation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleTallyTest {
  private static final QuestionId Q = new QuestionId("q-1");

  private static Findings breach(long sequence, Blame blame) {
    Findings findings = new Findings("no-question-lost");
    findings.judged();
    findings.breach(blame, Q, "at " + sequence, new Entry(sequence, 0, new AgentRequested(Q)));
    return findings;
  }

  @Test
  void countsAllAndKeepsTheFirstOfTheHistory() {
    RuleTally tally = new RuleTally(2, true);

    for (long sequence : new long[] {9, 3, 8, 1, 7, 5, 6}) {
      tally.add(breach(sequence, Blame.STAFF), found -> 0);
    }

    assertEquals(
        List.of("at 1", "at 3"), tally.violations().stream().map(Violation::sentence).toList());
    assertEquals(7, tally.cases());
    assertEquals(5, tally.unlisted());
  }

  @Test
  void blamesThePipelineEvenIfItsViolationIsNotKept() {
    RuleTally tally = new RuleTally(1, true);

    tally.add(breach(1, Blame.STAFF), found -> 0);
    tally.add(breach(2, Blame.STAFF), found -> 0);
    tally.add(breach(3, Blame.PIPELINE), found -> 0);

    assertTrue(tally.blamesPipeline());
  }

  @Test
  void whatIsProvedByAnAbsenceStandsLastAndInOrderOfTheScript() {
    RuleTally tally = new RuleTally(10, true);
    for (long place : new long[] {4, 2}) {
      Findings absent = new Findings("no-question-lost");
      absent.breach(Blame.HARNESS, Optional.of(Q), "question " + place, List.of());
      tally.add(absent, found -> place);
    }
    tally.add(breach(9, Blame.STAFF), found -> 0);

    assertEquals(
        List.of("at 9", "question 2", "question 4"),
        tally.violations().stream().map(Violation::sentence).toList());
  }
}
