package gameday.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.checker.RuleBook;
import gameday.history.History;
import gameday.rehearsed.Judged;
import gameday.verdict.Outcome;
import gameday.verdict.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Histories written by hand: what each rule accepts, and what it rejects, in as few lines. */
class ExamplesTest {
  /** Beside the start and the end of the run. */
  private static final int MOST_LINES = 12;

  @Test
  void everyRuleHasItsFolderAndEveryFolderItsRule() {
    List<String> folders = Example.all().stream().map(Example::rule).toList();

    assertEquals(Set.copyOf(RuleBook.ids()), new HashSet<>(folders));
    assertEquals(13, folders.size());
    for (Example example : Example.all()) {
      assertEquals(List.of("README.md", "accepted.jsonl", "rejected.jsonl"), example.files());
    }
  }

  @TestFactory
  Stream<DynamicTest> whatARuleAcceptsItPassesAndNoOtherRuleMinds() {
    return Example.all().stream()
        .map(example -> DynamicTest.dynamicTest(example.rule(), () -> checkAccepted(example)));
  }

  private static void checkAccepted(Example example) {
    Judged judged = judged(example.accepted());

    assertEquals(List.of(), judged.violations());
    assertEquals(Outcome.PASS, judged.outcome(example.rule()));
    assertTrue(judged.cases(example.rule()) >= 1, "nothing was judged");
  }

  @TestFactory
  Stream<DynamicTest> whatARuleRejectsItProvesAndNoOtherRuleMinds() {
    return Example.all().stream()
        .map(example -> DynamicTest.dynamicTest(example.rule(), () -> checkRejected(example)));
  }

  private static void checkRejected(Example example) {
    Judged judged = judged(example.rejected());

    Example.Told told = example.told();
    Violation found = judged.only();
    assertEquals(example.rule(), found.rule());
    assertEquals(told.sentence(), found.sentence());
    assertEquals(told.blame(), found.blame().word());
    assertEquals(told.question(), found.question().map(q -> q.value()).orElse("-"));
    assertEquals(told.witnesses(), judged.witnesses().stream().sorted().toList());
    assertEquals(Outcome.FAIL, judged.outcome(example.rule()));
  }

  @Test
  void everyHistoryFitsOnAPage() {
    for (Example example : Example.all()) {
      for (History history : List.of(example.accepted(), example.rejected())) {
        assertTrue(history.started().isPresent() && history.ended().isPresent(), example.rule());
        assertTrue(history.entries().size() <= MOST_LINES + 2, example.rule());
      }
    }
  }

  private static Judged judged(History history) {
    return Judged.of(Example.scenario(), Example.script(), history);
  }
}
