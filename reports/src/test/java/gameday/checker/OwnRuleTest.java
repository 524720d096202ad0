package gameday.checker;

import static gameday.checker.OwnRules.verdict;
import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.honest;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.reply;
import static gameday.rehearsed.Horizon.root;
import static gameday.rehearsed.Horizon.slackAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening;
import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Closed;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.PipelineGone;
import gameday.history.Happening.PipelineLacks;
import gameday.history.Happening.PipelineReady;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.process.PipelinePart;
import gameday.rehearsed.Day;
import gameday.scenario.EventWord;
import gameday.verdict.Blame;
import gameday.verdict.Outcome;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Each form with a day it accepts and one it rejects. On {@link gameday.rehearsed.Horizon}'s day
 * q-3 is escalated at 160 s, seen at 200, answered in the thread at 260, by the agent at 280; q-4
 * at 310, 320, 400, 420; q-5 waits from 60 to 1310.
 */
class OwnRuleTest {
  private static final String EYES =
      "precedence: {first: slack-reacted by csm with eyes, then: slack-posted by csm in thread}";
  private static final String ANSWERED =
      "response: {to: escalated, with: agent-replied that answers, within: 2m}";
  private static final String ONE_ROOT =
      "exactly-one: slack-posted by pipeline at top level, when: escalated";
  private static final String NOT_CLOSED =
      "not-before: {what: closed, until: agent-replied that answers}";
  private static final String QUICK = "within: {from: asked, to: agent-took, limit: 21m}";
  private static final String NO_CHANNEL = "never: slack-posted containing <!channel>";

  private static void assertHolds(int cases, RuleVerdict verdict) {
    assertEquals(List.of(), verdict.violations());
    assertEquals(Outcome.PASS, verdict.outcome());
    assertEquals(cases, verdict.cases());
  }

  private static Violation broken(RuleVerdict verdict) {
    assertEquals(Outcome.FAIL, verdict.outcome());
    assertEquals(1, verdict.violations().size(), verdict::toString);
    return verdict.violations().get(0);
  }

  private static Day withoutEyes(int number) {
    return honest().without(h -> h instanceof SlackReacted r && r.ts().equals(number + ".0"));
  }

  private static Day seenBefore(Day day) {
    return day.at(1290, new SlackReacted(CHANNEL, "5.0", CSM, "eyes"));
  }

  @Test
  void precedenceDemandsThatTheFirstIsThereAlready() {
    assertHolds(3, verdict(seenBefore(honest()), EYES));

    Violation unseen = broken(verdict(seenBefore(withoutEyes(3)), EYES));

    assertEquals(Optional.of(q(3)), unseen.question());
    assertEquals(
        "'slack-posted by csm in thread' came at 09:04:20, and no 'slack-reacted by csm with eyes'"
            + " before it",
        unseen.sentence());
    assertEquals(List.of(reply(3, CSM, slackAnswer(3))), witnesses(unseen));
  }

  @Test
  void precedenceIsBrokenByTheFirstThatComesTooLateButNotByWhatIsWrittenDownInTheWrongOrder() {
    SlackReacted eyes = new SlackReacted(CHANNEL, "3.0", CSM, "eyes");

    assertHolds(3, verdict(seenBefore(withoutEyes(3).at(260.05, eyes)), EYES));
    broken(verdict(seenBefore(withoutEyes(3).at(260.051, eyes)), EYES));
  }

  @Test
  void responseDemandsThatTheOtherFollowsInTime() {
    assertHolds(2, verdict(honest(), ANSWERED));
    Day late = honest().moving(AgentReplied.class, r -> r.question().equals(q(4)), 20);

    // 5 s of the event and 1 s of the machine are nobody's lateness.
    assertHolds(
        2,
        verdict(honest().moving(AgentReplied.class, r -> r.question().equals(q(4)), 16), ANSWERED));
    Violation told = broken(verdict(late, ANSWERED));

    assertEquals(
        "'agent-replied that answers' came at 09:07:20, 130 s after 'escalated' instead of 120 s at"
            + " most",
        told.sentence());
    assertEquals(2, told.witnesses().size());
  }

  @Test
  void responseIsBrokenByWhatNeverCame() {
    Day silent = honest().without(h -> h instanceof AgentReplied r && r.question().equals(q(3)));

    Violation limited = broken(verdict(silent, ANSWERED));
    Violation unlimited =
        broken(verdict(silent, "response: {to: escalated, with: agent-replied that answers}"));

    String sentence = "'escalated' at 09:02:40 was never followed by 'agent-replied that answers'";
    assertEquals(sentence, limited.sentence());
    assertEquals(sentence, unlimited.sentence());
  }

  @Test
  void responseOwesNothingToAnAskerWhoHasLeft() {
    Day left =
        honest()
            .without(h -> h instanceof AgentReplied r && r.question().equals(q(3)))
            .at(270, new GaveUp(q(3), true));

    assertHolds(1, verdict(left, ANSWERED));
  }

  @Test
  void responseTakesCallsThatWaitForTheSameAnswerForOne() {
    Day impatient =
        honest()
            .at(170, new Happening.UserWrote(q(3), "hello?"))
            .at(180, new Happening.UserWrote(q(3), "hello??"))
            .at(290, new Happening.UserWrote(q(3), "thanks"));

    RuleVerdict verdict = verdict(impatient, "response: {to: user-wrote, with: agent-replied}");

    // The first two are one case, answered at 280 s; the third is never answered.
    assertEquals(2, verdict.cases());
    assertEquals(List.of(new Happening.UserWrote(q(3), "thanks")), witnesses(broken(verdict)));
  }

  @Test
  void exactlyOneRefusesTwoAndNone() {
    assertHolds(2, verdict(honest(), ONE_ROOT));
    SlackPosted copy =
        new SlackPosted(CHANNEL, "3.9", Optional.empty(), BOT, root(3).text(), List.of(q(3)));

    Violation twice = broken(verdict(honest().at(170, copy), ONE_ROOT));
    Violation never = broken(verdict(PlantedFaultsTest.droppedEscalation(), ONE_ROOT));

    assertEquals(
        "there were 2 of 'slack-posted by pipeline at top level' instead of one, the second at"
            + " 09:02:50",
        twice.sentence());
    assertEquals(List.of(root(3), copy), witnesses(twice));
    assertEquals("there was no 'slack-posted by pipeline at top level' at all", never.sentence());
  }

  @Test
  void notBeforeJudgesOnlyWhereTheOtherComes() {
    assertHolds(4, verdict(honest(), NOT_CLOSED));
    Day early = honest().moving(Closed.class, c -> c.question().equals(q(2)), -10);
    Day never = honest().without(h -> h instanceof AgentReplied r && r.question().equals(q(2)));

    Violation told = broken(verdict(early, NOT_CLOSED));

    assertEquals(
        "'closed' came at 09:01:25, and 'agent-replied that answers' only at 09:01:30",
        told.sentence());
    assertHolds(3, verdict(never, NOT_CLOSED));
  }

  @Test
  void withinJudgesOnlyWhatComes() {
    assertHolds(4, verdict(honest(), QUICK));
    Day late = honest().moving(AgentTook.class, t -> t.question().equals(q(5)), 10);

    Violation told = broken(verdict(late, QUICK));

    assertEquals(
        "'agent-took' came at 09:22:00, 1270 s after 'asked' instead of 1260 s at most",
        told.sentence());
    assertHolds(
        3,
        verdict(
            honest().without(h -> h instanceof AgentTook t && t.question().equals(q(5))), QUICK));
  }

  @Test
  void neverRefusesEachOne() {
    assertHolds(9, verdict(honest(), NO_CHANNEL));
    SlackPosted unrelated =
        new SlackPosted(CHANNEL, "9.9", Optional.empty(), BOT, "<!channel> hi", List.of());

    Violation told = broken(verdict(honest().at(500, unrelated), NO_CHANNEL));

    assertEquals(Optional.empty(), told.question());
    assertEquals(List.of(unrelated), witnesses(told));
  }

  @Test
  void aRunIsACaseToo() {
    String back = "response: {to: pipeline-gone, with: pipeline-ready, within: 1m}, per: run";
    Day gone = honest().at(3000, new PipelineGone(true, 137));

    assertHolds(1, verdict(gone.at(3030, new PipelineReady("http")), back));
    broken(verdict(gone.at(3090, new PipelineReady("http")), back));
    broken(verdict(gone, back));
  }

  @Test
  void anIssueIsACaseWithItsThreadReactionsAndQuestions() {
    String rule = "exactly-one: slack-reacted by csm with eyes, per: issue";

    RuleVerdict verdict = verdict(honest(), rule);

    // Nobody showed eyes on q-5's.
    assertEquals(3, verdict.cases());
    assertEquals(Optional.of(q(5)), broken(verdict).question());
    assertHolds(3, verdict(seenBefore(honest()), rule));
  }

  @Test
  void casesAreNarrowedByChatAudienceSessionAndWhatHappens() {
    String took = "response: {to: asked, with: agent-took}, minimum: 0, blame: staff";

    assertEquals(5, verdict(honest(), took).cases());
    assertEquals(1, verdict(honest(), took + ", in: mod-chat").cases());
    assertEquals(1, verdict(honest(), took + ", audience: exhibitor").cases());
    assertEquals(5, verdict(honest(), took + ", session: keynote").cases());
    assertEquals(5, verdict(honest(), took + ", topic: login").cases());
    assertEquals(2, verdict(honest(), took + ", when: escalated").cases());
    assertEquals(1, verdict(honest(), took + ", when: slack-posted by tech-support").cases());
  }

  @Test
  void staffsViolationsFailNothing() {
    RuleVerdict verdict = verdict(withoutEyes(3), EYES + ", blame: staff");

    assertEquals(Outcome.PASS, verdict.outcome());
    assertTrue(verdict.violations().stream().allMatch(v -> v.blame() == Blame.STAFF));
    assertEquals(2, verdict.violations().size());
  }

  @Test
  void tooFewCasesAreInconclusiveUnlessADayMayBringNone() {
    String never = "never: chatbot-replied containing nonsense";
    Day silent = honest().without(h -> h instanceof Happening.ChatbotReplied);

    assertEquals(Outcome.INCONCLUSIVE, verdict(honest(), ANSWERED + ", minimum: 3").outcome());
    assertEquals(Outcome.PASS, verdict(honest(), ANSWERED + ", minimum: 2").outcome());
    assertEquals(Outcome.INCONCLUSIVE, verdict(silent, never).outcome());
    assertEquals(Outcome.NOT_EXERCISED, verdict(silent, never + ", minimum: 0").outcome());
  }

  @Test
  void faultsInTheWayExcuseWhatIsMissingAndNothingThatHappened() {
    FaultBegan out = new FaultBegan("slack", "outage");
    Day dropped = PlantedFaultsTest.droppedEscalation().at(150, out);
    SlackPosted copy =
        new SlackPosted(CHANNEL, "3.9", Optional.empty(), BOT, root(3).text(), List.of(q(3)));

    assertHolds(1, verdict(dropped, ONE_ROOT));
    broken(verdict(honest().at(170, copy).at(150, out), ONE_ROOT));
  }

  @Test
  void whatIsPendingWhenTheRunIsCutOffIsNoViolation() {
    Day silent = honest().without(h -> h instanceof AgentReplied r && r.question().equals(q(3)));
    Day cut = silent.without(RunEnded.class::isInstance);

    RuleVerdict verdict = verdict(cut, ANSWERED);

    assertEquals(List.of(), verdict.violations());
    assertEquals(1, verdict.undecided());
    assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
  }

  @Test
  void aRuleOfModChatsIsNotJudgedWhereThePipelineKnowsNone() {
    Day partial = honest().at(-0.9, new PipelineLacks(List.of(PipelinePart.MOD_CHAT)));

    RuleVerdict verdict = verdict(partial, ANSWERED + ", in: mod-chat");

    assertEquals(Outcome.NOT_EXERCISED, verdict.outcome());
    assertEquals("the pipeline knows no Mod chat", verdict.lacking());
  }

  @Test
  void everyKindOfHappeningHasAName() {
    Set<Class<?>> kinds = new java.util.HashSet<>();
    leaves(Happening.class, kinds);

    assertEquals(
        names(kinds), names(Arrays.stream(EventWord.values()).map(EventMatch::kind).toList()));
    for (EventWord event : EventWord.values()) {
      String word = EventMatch.kind(event).getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1");
      assertEquals(word.toLowerCase(java.util.Locale.ROOT), event.word());
    }
  }

  private static Set<String> names(java.util.Collection<? extends Class<?>> kinds) {
    return kinds.stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
  }

  private static void leaves(Class<?> type, Set<Class<?>> into) {
    if (type.isSealed()) {
      Arrays.stream(type.getPermittedSubclasses()).forEach(inner -> leaves(inner, into));
    } else {
      into.add(type);
    }
  }

  private static List<Happening> witnesses(Violation violation) {
    return violation.witnesses().stream().map(entry -> entry.what()).toList();
  }
}
