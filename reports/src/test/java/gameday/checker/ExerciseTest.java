package gameday.checker;

import static gameday.rehearsed.Horizon.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening.Asked;
import gameday.history.Happening.GaveUp;
import gameday.process.Chat;
import gameday.rehearsed.Day;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Horizon;
import gameday.rehearsed.Judged;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a run says about a rule of which it brought no case. */
class ExerciseTest {
  private static final Set<String> ABOUT_ESCALATIONS =
      Set.of(
          "client-team-first",
          "escalated-iff-needed",
          "escalated-once",
          "right-channel",
          "template-complete",
          "in-thread",
          "answer-returned");

  @Test
  void concludesNothingWhereTheDayCouldHaveBroughtACase() {
    Judged nothing = Excerpt.of(3).with(Day.empty()).judged();

    assertEquals(with("no-question-lost"), without(Outcome.NOT_EXERCISED, nothing));
    assertTrue(
        ABOUT_ESCALATIONS.stream().allMatch(id -> nothing.outcome(id) == Outcome.INCONCLUSIVE));
    assertEquals(1, nothing.rule("in-thread").minimumCases());
  }

  @Test
  void doesNotExerciseWhatNoQuestionAsksFor() {
    Judged easy = Excerpt.of(1, 2).with(Day.empty()).judged();

    assertEquals(Set.of("no-question-lost"), without(Outcome.NOT_EXERCISED, easy));
    RuleVerdict rule = easy.rule("in-thread");
    assertEquals(0, rule.minimumCases());
    assertTrue(rule.sentence().endsWith(" (not exercised by this run)"), rule.sentence());
  }

  @Test
  void doesNotExerciseWhatItsAskerGaveUp() {
    Judged left = left(3);
    Judged leftOne = Excerpt.of(3, 5).with(Day.empty().at(40, new GaveUp(q(3), true))).judged();

    assertEquals(Set.of("no-question-lost"), without(Outcome.NOT_EXERCISED, left));
    assertEquals(with("no-question-lost"), without(Outcome.NOT_EXERCISED, leftOne));
  }

  @Test
  void exercisesTechSupportAndModChatByTheirOwnQuestions() {
    Judged both = Excerpt.of(4).with(Day.empty()).judged();

    assertEquals(
        with("no-question-lost", "tech-support-through-csm", "mod-chat-private"),
        without(Outcome.NOT_EXERCISED, both));
    assertEquals(Outcome.NOT_EXERCISED, left(4).outcome("tech-support-through-csm"));
  }

  private static Judged left(int number) {
    Day day =
        Day.empty()
            .at(30, new Asked(q(number), Chat.HELP, "c", Horizon.text(number)))
            .at(40, new GaveUp(q(number), true));
    return Excerpt.of(number).with(day).judged();
  }

  private static Set<String> with(String... more) {
    Set<String> ids = new TreeSet<>(ABOUT_ESCALATIONS);
    ids.addAll(List.of(more));
    return ids;
  }

  private static Set<String> without(Outcome outcome, Judged judged) {
    Set<String> ids = new TreeSet<>();
    judged.rules().stream()
        .filter(rule -> rule.outcome() != outcome)
        .forEach(rule -> ids.add(rule.rule()));
    return ids;
  }

  @Test
  void tellsEveryRuleInWordsOfItsOwn() {
    List<RuleBook.Words> words = RuleBook.words();
    Judged honest = Judged.of(Horizon.honest());

    assertEquals(RuleBook.ids(), words.stream().map(RuleBook.Words::id).toList());
    assertEquals(13, new HashSet<>(RuleBook.ids()).size());
    for (RuleBook.Words rule : words) {
      assertTrue(rule.minimumCases() >= 1, "nothing measured is never a pass");
      assertEquals(rule.sentence(), honest.rule(rule.id()).sentence());
    }
  }

  /** A person reads the rules in the diff of this file; {@code -Dgolden=update} writes it anew. */
  @Test
  void saysWhatThePeopleWhoReadTheRulesHaveRead() throws IOException {
    Path file = Path.of("src/test/resources/gameday/checker/words.txt");
    String words = RuleBook.words().stream().map(w -> w + "\n").collect(Collectors.joining());

    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(file, words);
    }
    assertEquals(Files.readString(file), words);
  }
}
