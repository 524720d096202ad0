package gameday.checker;

import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.honest;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.evidence.Evidence;
import gameday.history.Happening;
import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Author;
import gameday.history.Happening.Closed;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.PipelineCalled;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.WebhookDelivered;
import gameday.judge.sliced.Sliced;
import gameday.process.EscalationWay;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.verdict.Blame;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  @Test
  void everyRuleAcceptsAnHonestDay() {
    List<RuleVerdict> verdicts = judge(honest());

    assertEquals(List.of(), violations(verdicts));
    verdicts.forEach(
        v -> assertEquals(Outcome.PASS, v.outcome(), v.rule() + " with " + v.cases() + " cases"));
  }

  static List<RuleVerdict> judge(Day day) {
    List<RuleVerdict> whole =
        RuleBook.judge(new Evidence(Horizon.scenario(), Horizon.script(), day.history()));
    // Whatever a test is about: cut into slices, the day must be judged alike.
    assertEquals(whole, Sliced.judge(Horizon.scenario(), Horizon.script(), day.history(), 1));
    return whole;
  }

  static List<Violation> violations(List<RuleVerdict> verdicts) {
    return verdicts.stream().flatMap(v -> v.violations().stream()).toList();
  }

  private static Map<String, Blame> blames(Day day) {
    Map<String, Blame> blames = new TreeMap<>();
    violations(judge(day)).forEach(v -> blames.put(v.rule(), v.blame()));
    return blames;
  }

  @Test
  void blamesStaffForTheirOwnMistakes() {
    Escalated needless = new Escalated(q(2), "client-team-1", EscalationWay.NOTE, "issue");
    Day day = honest().at(50, needless).at(50.5, root(2));
    Day uncalled =
        honest().without(h -> h instanceof SlackPosted p && p.text().contains("<!subteam"));
    Day closed = honest().without(h -> h instanceof AgentReplied r && r.question().equals(q(2)));
    Day untook = honest().without(h -> h instanceof AgentTook t && t.question().equals(q(3)));

    assertEquals(Map.of("escalated-iff-needed", Blame.STAFF), blames(day));
    assertEquals(Map.of("tech-support-through-csm", Blame.STAFF), blames(uncalled));
    assertEquals(Map.of("no-question-lost", Blame.STAFF), blames(closed));
    assertEquals(Map.of("client-team-first", Blame.STAFF), blames(untook));
    assertTrue(judge(day).stream().noneMatch(v -> v.outcome() == Outcome.FAIL));
  }

  @Test
  void blamesTheHarnessForAQuestionTheChatNeverAccepted() {
    Day day =
        honest()
            .without(PlantedFaultsTest.about(2))
            .without(h -> h instanceof Asked a && a.question().equals(q(1)));

    assertEquals(Map.of("no-question-lost", Blame.HARNESS), blames(day));
  }

  @Test
  void excusesALostEscalationOnlyWhileSlackIsOutUntilTheEnd() {
    FaultBegan out = new FaultBegan("slack", "outage");
    Day untilTheEnd =
        PlantedFaultsTest.droppedEscalation().without(PlantedFaultsTest.about(5)).at(150, out);
    Day overSoon = untilTheEnd.at(200, new FaultEnded("slack", "outage"));

    assertEquals(List.of(), pipelines(untilTheEnd, 3));
    assertEquals(List.of("no-question-lost"), pipelines(overSoon, 3));
  }

  @Test
  void putsADeadlineOffToTheEndOfTheFaultThatCoversIt() {
    Day late =
        honest()
            .moving(SlackPosted.class, p -> p.text().startsWith("Rem"), 100)
            .at(950, new FaultBegan("slack", "outage"))
            .at(1050, new FaultEnded("slack", "outage"));

    assertEquals(List.of(), violations(judge(late)));
  }

  @Test
  void owesNoAnswerToAUserWhoHasLeft() {
    Day left =
        honest()
            .without(PlantedFaultsTest.note(3))
            .without(h -> h instanceof AgentReplied r && r.question().equals(q(3)))
            .without(h -> h instanceof Closed c && c.question().equals(q(3)))
            .at(240, new GaveUp(q(3), true));

    assertEquals(List.of(), violations(judge(left)));
  }

  @Test
  void failsAPipelineThatWasDeadFromTheStart() {
    Day dead =
        honest()
            .without(h -> h instanceof SlackPosted p)
            .without(h -> h instanceof PipelineNoted n)
            .without(h -> h instanceof PipelineCalled)
            .changing(
                WebhookDelivered.class,
                w -> true,
                w -> new WebhookDelivered(w.from(), w.delivery(), 0, 500, 1, w.conversation()));

    Set<String> failed =
        judge(dead).stream()
            .filter(v -> v.outcome() == Outcome.FAIL)
            .map(RuleVerdict::rule)
            .collect(Collectors.toSet());

    assertEquals(Set.of("no-question-lost", "on-time", "polite-client"), failed);
  }

  @Test
  void failsAPipelineThatWasNeverThere() {
    Day never =
        Day.empty()
            .at(0, new Happening.RunStarted("horizon", 1, 1, "wall"))
            .at(1, new RunEnded(RunEnded.Reason.ABORTED, "no answer on port 4000"));

    assertEquals(Map.of("no-question-lost", Blame.PIPELINE), blames(never));
  }

  @Test
  void passesNothingWhereNothingWasMeasured() {
    List<RuleVerdict> verdicts = judge(Day.empty());

    assertTrue(verdicts.stream().noneMatch(v -> v.outcome() == Outcome.PASS));
    assertEquals(Outcome.INCONCLUSIVE, verdicts.get(0).outcome());
  }

  @Test
  void judgesThePipelinesPostBesideAnAgentsAsASecondOne() {
    Author agent = new Author(Author.Role.CLIENT_TEAM, "client-team-1");
    Day byHand =
        honest()
            .changing(
                Escalated.class,
                e -> e.question().equals(q(3)),
                e -> new Escalated(q(3), e.agent(), EscalationWay.BY_HAND, e.issue()))
            .changing(
                SlackPosted.class,
                p -> p.ts().equals("3.0"),
                p -> new SlackPosted(CHANNEL, "3.0", p.threadTs(), agent, p.text(), p.questions()));
    SlackPosted own =
        new SlackPosted(CHANNEL, "3.9", Optional.empty(), BOT, root(3).text(), List.of(q(3)));

    assertEquals(Map.of(), blames(byHand));
    assertEquals(Map.of("escalated-once", Blame.PIPELINE), blames(byHand.at(162, own)));
  }

  private static List<String> pipelines(Day day, int number) {
    return violations(judge(day)).stream()
        .filter(v -> v.blame() == Blame.PIPELINE)
        .filter(v -> v.question().filter(q(number)::equals).isPresent())
        .map(Violation::rule)
        .toList();
  }
}
