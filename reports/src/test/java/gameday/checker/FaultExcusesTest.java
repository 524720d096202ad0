package gameday.checker;

import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.honest;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.reply;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.AgentRequested;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Author;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.IntruderTried;
import gameday.history.Happening.PipelineCalled;
import gameday.history.Happening.PipelineGone;
import gameday.history.Happening.PipelineReady;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.history.Happening.WebhookDelivered;
import gameday.history.Happening.WebhookMeddled;
import gameday.process.Chat;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.verdict.Blame;
import gameday.verdict.Outcome;
import gameday.verdict.Violation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a pipeline is not blamed for, because a fault was in its way; and what it is all the same.
 */
class FaultExcusesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "outage",
        "errors",
        "error-words",
        "rate-limits",
        "slow",
        "time-outs",
        "lost-calls",
        "lost-answers",
        "cut-answers",
        "error-pages",
        "revoked-token"
      })
  void excusesWhatNeverArrivedWhileCallsFailUntilTheEnd(String kind) {
    Day day = droppedEscalation().at(150, new FaultBegan("slack", kind));

    assertEquals(List.of(), rules(day));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stale-clock",
        "duplicated-webhooks",
        "repeated-webhooks",
        "reordered-webhooks",
        "delayed-webhooks",
        "lost-webhooks"
      })
  void excusesNothingMerelyBecauseWebhooksMayBeHit(String kind) {
    Day day = droppedEscalation().at(150, new FaultBegan("help-chat", kind));

    assertEquals(List.of("no-question-lost"), rules(day));
  }

  @Test
  void excusesNothingBecauseAnIntruderIsThere() {
    Day day =
        droppedEscalation()
            .at(150, new FaultBegan("pipeline", "intruder"))
            .at(170, new FaultEnded("pipeline", "intruder"));

    assertEquals(List.of("no-question-lost"), rules(day));
  }

  @Test
  void excusesAnEscalationWhoseWebhookWasLost() {
    Day lost = droppedEscalation().at(160.1, meddled("help-chat", "d3", "lost-webhooks", "c3"));
    Day another = droppedEscalation().at(160.1, meddled("help-chat", "d3", "lost-webhooks", "c9"));
    Day elsewhere = droppedEscalation().at(160.1, meddled("mod-chat", "d3", "lost-webhooks", "c3"));

    assertEquals(List.of(), rules(lost));
    assertEquals(List.of("no-question-lost"), rules(another));
    assertEquals(List.of("no-question-lost"), rules(elsewhere));
  }

  @ParameterizedTest
  @ValueSource(strings = {"duplicated-webhooks", "repeated-webhooks", "reordered-webhooks"})
  void excusesNoSecondPostWhateverCameTwiceOrInAnotherOrder(String kind) {
    SlackPosted again =
        new SlackPosted(CHANNEL, "3.9", Optional.empty(), BOT, root(3).text(), List.of(q(3)));
    Day day = honest().at(160.1, meddled("help-chat", "d3", kind, "c3")).at(162, again);

    assertEquals(List.of("escalated-once"), rules(day));
  }

  @Test
  void excusesNoSecondPostBecauseAWebhookWasLost() {
    SlackPosted again =
        new SlackPosted(CHANNEL, "3.9", Optional.empty(), BOT, root(3).text(), List.of(q(3)));
    Day day = honest().at(90, meddled("help-chat", "d3", "lost-webhooks", "c3")).at(162, again);

    assertEquals(List.of("escalated-once"), rules(day));
  }

  @Test
  void excusesAnAnswerWhoseEventWasLost() {
    Day day = honest().without(PlantedFaultsTest.note(3));

    assertEquals(List.of("answer-returned"), rules(day));
    assertEquals(
        List.of(), rules(day.at(260.1, meddled("slack", "Ev3", "lost-webhooks", "C1:3.0"))));
    assertEquals(
        List.of("answer-returned"),
        rules(day.at(260.1, meddled("slack", "Ev3", "lost-webhooks", "C1:4.0"))));
  }

  @Test
  void putsADeadlineOffUntilADelayedWebhookArrived() {
    Day waiting =
        honest()
            .without(PlantedFaultsTest.about(5))
            .at(50, new Asked(q(5), Chat.HELP, "c5", Horizon.text(5)))
            .at(60, new AgentRequested(q(5)))
            .at(60.1, meddled("help-chat", "d5", "delayed-webhooks", "c5"))
            .at(721, new WebhookDelivered("help-chat", "d5", 0, 200, 1, "c5"));

    assertEquals(List.of(), rules(postedAt(waiting, 745)));
    assertEquals(List.of("on-time"), rules(postedAt(waiting, 790)));
  }

  private static Day postedAt(Day day, double second) {
    return day.at(second, root(5))
        .at(second + 1, new SlackReacted(CHANNEL, "5.0", Horizon.CSM, "eyes"));
  }

  @Test
  void excusesAReminderThoughACsmHadSeenItIfThatWasNotTold() {
    Day reminded = honest().at(460.5, reply(3, BOT, "Reminder: <!here>"));

    assertEquals(List.of("on-time"), rules(reminded));
    assertEquals(
        List.of(), rules(reminded.at(200.1, meddled("slack", "Ev1", "lost-webhooks", "C1:3.0"))));
  }

  @Test
  void excusesAnUntakenQuestionInSlackIfTheAgentWasNotTold() {
    Day posted =
        honest().at(626, root(2)).at(627, new SlackReacted(CHANNEL, "2.0", Horizon.CSM, "eyes"));

    assertEquals(List.of("escalated-iff-needed"), rules(posted));
    assertEquals(
        List.of(), rules(posted.at(30.1, meddled("help-chat", "d2", "lost-webhooks", "c2"))));
  }

  @Test
  void letsStaleWebhooksBeRefused() {
    Day refused =
        honest()
            .at(99, meddled("slack", "Ev9", "stale-clock", "C1:9.0"))
            .at(99.1, new WebhookDelivered("slack", "Ev9", 0, 401, 1, "C1:9.0"))
            .at(160, new WebhookDelivered("slack", "Ev9", 1, 200, 1, "C1:9.0"));

    assertEquals(List.of(), rules(refused));
  }

  @Test
  void blamesThePipelineForRefusingWhatIsFresh() {
    Day refused =
        honest()
            .at(99, meddled("slack", "Ev9", "stale-clock", "C1:9.0"))
            .at(99.1, new WebhookDelivered("slack", "Ev9", 0, 401, 1, "C1:9.0"))
            .at(160, new WebhookDelivered("slack", "Ev9", 1, 401, 1, "C1:9.0"));

    assertEquals(List.of("polite-client"), rules(refused));
  }

  @Test
  void forbidsNothingToWhoWasNotToldWhenToComeAgain() {
    Day day =
        honest()
            .at(99, new PipelineCalled("slack", "chat.postMessage", 429, "rate-limits"))
            .at(99.3, new PipelineCalled("slack", "chat.postMessage", 200, "ok"));

    assertEquals(List.of(), rules(day));
  }

  @Test
  void letsACallerComeBackWhenItWasTold() {
    Day day =
        honest()
            .at(99, new PipelineCalled("slack", "chat.postMessage", 429, "rate-limits 5s"))
            .at(104, new PipelineCalled("slack", "chat.postMessage", 200, "ok"));

    assertEquals(List.of(), rules(day));
  }

  @Test
  void letsWhoWasKilledForgetWhatItWasTold() {
    Day told =
        honest().at(99, new PipelineCalled("slack", "chat.postMessage", 429, "rate-limits 9s"));
    Day again = told.at(103, new PipelineCalled("slack", "chat.postMessage", 200, "ok"));

    assertEquals(List.of("polite-client"), rules(again));
    assertEquals(
        List.of(),
        rules(again.at(100, new PipelineGone(true, 137)).at(101, new PipelineReady("http"))));
    assertEquals(
        List.of("polite-client"),
        rules(again.at(90, new PipelineGone(true, 137)).at(91, new PipelineReady("http"))));
  }

  @Test
  void countsADeadlineFromTheEndOfAFaultThatHidThatTheEscalationStood() {
    Day reminded =
        honest().moving(SlackPosted.class, post -> post.text().startsWith("Reminder"), 10);

    assertEquals(List.of("on-time"), rules(reminded));
    assertEquals(
        List.of(),
        rules(
            reminded
                .at(650, new FaultBegan("slack", "lost-answers"))
                .at(670, new FaultEnded("slack", "lost-answers"))));
  }

  @Test
  void excusesThatTheAskerIsUnknownIfTheChatWasNotHeard() {
    Day unknown =
        honest()
            .changing(
                SlackPosted.class,
                post -> post.ts().equals("3.0"),
                post ->
                    new SlackPosted(
                        post.channel(),
                        post.ts(),
                        post.threadTs(),
                        post.author(),
                        post.text().replace(Horizon.email(3), ""),
                        post.questions()));

    assertEquals(List.of("template-complete"), rules(unknown));
    assertEquals(
        List.of(), rules(unknown.at(30.1, meddled("help-chat", "d3", "lost-webhooks", "c3"))));
    assertEquals(
        List.of("template-complete"),
        rules(unknown.at(30.1, meddled("help-chat", "d4", "lost-webhooks", "c9"))));
  }

  @Test
  void excusesAnUntakenQuestionPostedTooSoonIfItsTimeWasToldWrong() {
    Day soon =
        honest()
            .without(PlantedFaultsTest.about(5))
            .at(50, new Asked(q(5), Chat.HELP, "c5", Horizon.text(5)))
            .at(60, new AgentRequested(q(5)));
    Day posted = postedAt(soon, 70);

    assertEquals(List.of("client-team-first"), rules(posted));
    assertEquals(List.of(), rules(wrongClock(posted, "help-chat", 65)));
    assertEquals(List.of("client-team-first"), rules(wrongClock(posted, "mod-chat", 65)));
    assertEquals(List.of("client-team-first"), rules(wrongClock(posted, "help-chat", 71)));
  }

  @Test
  void excusesAnUntakenQuestionOfSomebodyWhoLeftWithoutAWordButNotWithOne() {
    Day waiting =
        honest()
            .without(PlantedFaultsTest.about(5))
            .at(50, new Asked(q(5), Chat.HELP, "c5", Horizon.text(5)))
            .at(60, new AgentRequested(q(5)));

    assertEquals(List.of(), rules(postedAt(waiting.at(500, new GaveUp(q(5), true)), 661)));
    assertEquals(
        List.of("escalated-iff-needed"),
        rules(postedAt(waiting.at(500, new GaveUp(q(5), false)), 661)));
  }

  @Test
  void excusesAnUntakenQuestionThatWasTakenWhileAFaultHeldItsPostUp() {
    Day held =
        honest()
            .without(PlantedFaultsTest.about(5))
            .at(50, new Asked(q(5), Chat.HELP, "c5", Horizon.text(5)))
            .at(60, new AgentRequested(q(5)))
            .at(650, new FaultBegan("slack", "revoked-token"))
            .at(670, new AgentTook(q(5), "client-team-1"))
            .at(680, new FaultEnded("slack", "revoked-token"));
    Day posted = postedAt(held, 681);

    assertEquals(List.of(), rules(posted));
    assertEquals(List.of(), rules(wrongClock(posted, "help-chat", 65)));
  }

  @Test
  void excusesASecondThreadForWhatAWrongClockHasDated() {
    Day again = honest().at(162, again(root(3)));

    assertEquals(List.of("escalated-once"), rules(again));
    assertEquals(List.of(), rules(wrongClock(again, "help-chat", 100)));
    assertEquals(List.of("escalated-once"), rules(wrongClock(again, "mod-chat", 100)));
  }

  @Test
  void takesOneOfTwoAttemptsUnderOneIdForTheStaleOne() {
    Day twice =
        honest()
            .at(99, meddled("slack", "Ev9", "stale-clock", "C1:9.0"))
            .at(99.1, new WebhookDelivered("slack", "Ev9", 0, 401, 1, "C1:9.0"))
            .at(99.5, new WebhookDelivered("slack", "Ev9", 0, 200, 1, "C1:9.0"));

    assertEquals(List.of(), rules(twice));
  }

  private static SlackPosted again(SlackPosted first) {
    return new SlackPosted(
        first.channel(), "3.9", first.threadTs(), first.author(), first.text(), first.questions());
  }

  private static Day wrongClock(Day day, String on, double second) {
    return day.at(second, new FaultBegan(on, "stale-clock"))
        .at(second + 1, new FaultEnded(on, "stale-clock"));
  }

  @Test
  void excusesAPostAfterAnAgentsOwnOnlyIfThatWasKeptFromThePipeline() {
    SlackPosted own =
        new SlackPosted(
            CHANNEL,
            "3.0",
            Optional.empty(),
            new Author(Author.Role.CLIENT_TEAM, "client-team-1"),
            root(3).text(),
            List.of(q(3)));
    SlackPosted again =
        new SlackPosted(CHANNEL, "3.9", Optional.empty(), BOT, root(3).text(), List.of(q(3)));
    Day day =
        honest()
            .changing(SlackPosted.class, post -> post.ts().equals("3.0"), post -> own)
            .at(255, again);

    assertEquals(List.of("escalated-once"), rules(day));
    assertEquals(
        List.of(), rules(day.at(160.5, meddled("slack", "Ev1", "lost-webhooks", "C1:3.0"))));
    assertEquals(
        List.of("escalated-once"),
        rules(day.at(160.5, meddled("slack", "Ev1", "lost-webhooks", "C1:9.0"))));
  }

  @Test
  void judgesNoLimitThatWasToldSlowly() {
    Day day =
        honest()
            .at(99, new PipelineCalled("slack", "chat.postMessage", 429, "rate-limits 9s"))
            .at(103, new PipelineCalled("slack", "chat.postMessage", 200, "ok"));

    assertEquals(List.of("polite-client"), rules(day));
    assertEquals(
        List.of(),
        rules(
            day.at(98, new FaultBegan("slack", "slow")).at(100, new FaultEnded("slack", "slow"))));
    assertEquals(
        List.of("polite-client"),
        rules(
            day.at(98, new FaultBegan("help-chat", "slow"))
                .at(100, new FaultEnded("help-chat", "slow"))));
  }

  @Test
  void letsACallerBeInItsPauseWhenADeadlineFallsSoonAfterAFault() {
    Day reminded =
        honest().moving(SlackPosted.class, post -> post.text().startsWith("Reminder"), 10);

    assertEquals(
        List.of(),
        rules(
            reminded
                .at(930, new FaultBegan("slack", "lost-calls"))
                .at(945, new FaultEnded("slack", "lost-calls"))));
    assertEquals(
        List.of("on-time"),
        rules(
            reminded
                .at(900, new FaultBegan("slack", "lost-calls"))
                .at(915, new FaultEnded("slack", "lost-calls"))));
  }

  @Test
  void provesNothingByAReplayInTimeOrByARequestWithoutAnAnswer() {
    Day day =
        honest()
            .without(h -> h instanceof IntruderTried)
            .at(3100, new IntruderTried("slack", "replayed", 200, ""))
            .at(3101, new IntruderTried("slack", "unsigned", 0, "forged-0000000c"));

    assertEquals(List.of(), rules(day));
    assertEquals(Outcome.INCONCLUSIVE, forgeryRefused(day));
  }

  @Test
  void isNotExercisedWithoutAnIntruder() {
    assertEquals(
        Outcome.NOT_EXERCISED, forgeryRefused(honest().without(h -> h instanceof IntruderTried)));
  }

  private static Outcome forgeryRefused(Day day) {
    return RuleBookTest.judge(day).stream()
        .filter(verdict -> verdict.rule().equals("forgery-refused"))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  private static Day droppedEscalation() {
    return PlantedFaultsTest.droppedEscalation().without(PlantedFaultsTest.about(5));
  }

  private static WebhookMeddled meddled(String from, String id, String fault, String about) {
    return new WebhookMeddled(from, id, 0, fault, about);
  }

  /** The rules that the pipeline broke, one for each violation. */
  private static List<String> rules(Day day) {
    return RuleBookTest.violations(RuleBookTest.judge(day)).stream()
        .filter(violation -> violation.blame() == Blame.PIPELINE)
        .map(Violation::rule)
        .toList();
  }
}
