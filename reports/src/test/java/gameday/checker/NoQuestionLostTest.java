package gameday.checker;

import static gameday.rehearsed.Deeds.NANO;
import static gameday.rehearsed.Deeds.is;
import static gameday.rehearsed.Horizon.q;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.AgentNoted;
import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.ChatbotReplied;
import gameday.history.Happening.Closed;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.PipelineReplied;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.history.Happening.WebhookDelivered;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import gameday.rehearsed.Day;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Judged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoQuestionLostTest {
  private static final String RULE = "no-question-lost";

  /** The agent has escalated q-3 at 160 s, and nothing came of it. */
  private static final Excerpt DROPPED = dropped();

  private static Excerpt dropped() {
    Excerpt whole = Excerpt.of(3);
    return whole.with(
        whole
            .day()
            .without(is(SlackPosted.class))
            .without(is(SlackReacted.class))
            .without(is(PipelineNoted.class))
            .without(is(AgentReplied.class))
            .without(is(Closed.class)));
  }

  @Test
  void givesAnEscalationSixSecondsToReachSlack() {
    assertEquals(List.of(), DROPPED.endingAt(166 - NANO).findings());
    assertEquals(List.of("no-question-lost pipeline q-3"), DROPPED.endingAt(166).findings());
  }

  @Test
  void showsTheEscalationAndItsNote() {
    Judged judged = DROPPED.judged();

    assertEquals(
        "client-team-1 escalated at 09:02:40, but nothing about it reached Slack by the end at"
            + " 10:00:00",
        judged.sentence());
    assertEquals(List.of(6L, 5L), judged.witnesses());
  }

  @Test
  void asksForNoEscalationOfWhatWasOverInTime() {
    assertEquals(List.of(), DROPPED.and(166, new GaveUp(q(3), true)).judged().findings());
    assertEquals(
        List.of("no-question-lost pipeline q-3"),
        DROPPED.and(166 + NANO, new GaveUp(q(3), true)).judged().findings());
  }

  @Test
  void blamesTheAgentForANoteThatLacksAField() {
    Judged judged = noted("/escalate\nIssue: no sound\nPage: https://horizon.example");

    assertEquals(List.of("no-question-lost staff q-3"), judged.findings());
    assertEquals(
        "client-team-1 escalated at 09:02:40 by a note with a field missing; it never reached"
            + " Slack",
        judged.sentence());
    assertEquals(List.of(6L, 5L), judged.witnesses());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/escalate\nPage: https://horizon.example\nUsers: user3@example.org",
        "/escalate\nIssue: no sound\nUsers: user3@example.org",
        "/escalate please"
      })
  void missesEveryFieldThatItNeeds(String note) {
    assertEquals(List.of("no-question-lost staff q-3"), noted(note).findings());
  }

  @Test
  void takesOtherNotesForNoEscalation() {
    Judged judged = noted("I pass it on");

    assertEquals(List.of("no-question-lost pipeline q-3"), judged.findings());
    assertEquals(List.of(6L), judged.witnesses());
  }

  private static Judged noted(String text) {
    Day day =
        DROPPED
            .day()
            .changing(
                AgentNoted.class, n -> true, n -> new AgentNoted(n.question(), n.agent(), text));
    return DROPPED.with(day).judged();
  }

  @Test
  void blamesTheHarnessForAMessageThatItsOwnAgentShouldHavePosted() {
    Day byHand =
        DROPPED
            .day()
            .changing(
                Escalated.class,
                e -> true,
                e -> new Escalated(e.question(), e.agent(), EscalationWay.BY_HAND, e.issue()));

    Judged judged = DROPPED.with(byHand).judged();

    assertEquals(List.of("no-question-lost harness q-3"), judged.findings());
    assertEquals(
        "client-team-1 meant to post it in Slack at 09:02:40, but no message stands there",
        judged.sentence());
  }

  // ---- faults ----

  @ParameterizedTest
  @CsvSource({
    "160, 200, c3, pipeline",
    "160, 299, c3, pipeline",
    "160, 300, c3, harness",
    "160, 199, c3, harness",
    "160, 0, c3, harness",
    "159.999999999, 200, c3, harness",
    "161, 200, c9, harness"
  })
  void excusesAnEscalationIfAFaultKeptEveryWebhookAboutIt(
      double at, int status, String conversation, String blame) {
    Excerpt down =
        DROPPED
            .and(150, new FaultBegan("help-chat", "outage"))
            .and(170, new FaultEnded("help-chat", "outage"));
    Excerpt told = down.and(at, new WebhookDelivered("help-chat", "d", 0, status, 1, conversation));

    assertEquals(List.of("no-question-lost " + blame + " q-3"), told.judged().findings());
  }

  @Test
  void saysThatAFaultKeptTheWebhooks() {
    Excerpt down =
        DROPPED
            .and(150, new FaultBegan("help-chat", "outage"))
            .and(170, new FaultEnded("help-chat", "outage"));

    assertEquals(
        "client-team-1 escalated at 09:02:40, while a fault kept all webhooks from the pipeline",
        down.judged().sentence());
  }

  // ---- questions that were not asked, and their ends ----

  @Test
  void blamesTheHarnessForAQuestionItNeverAskedThoughItWasTime() {
    Excerpt unasked = Excerpt.of(3).with(Day.empty());

    assertEquals(List.of(), unasked.endingAt(36 - NANO).findings());
    assertEquals(0, unasked.endingAt(36 - NANO).cases(RULE));
    assertEquals(List.of("no-question-lost harness q-3"), unasked.endingAt(36).findings());
    assertEquals(1, unasked.endingAt(36).cases(RULE));
    assertEquals(
        "the chat never accepted its first message, meant for 09:00:30",
        unasked.endingAt(36).sentence());
    assertEquals(List.of(), unasked.endingAt(36).witnesses());
  }

  @Test
  void saysWhyAQuestionWasNotAsked() {
    HarnessTrouble trouble = new HarnessTrouble(Optional.of(q(3)), "connection refused");

    Judged judged = Excerpt.of(3).with(Day.empty().at(31, trouble)).judged();

    assertEquals(
        "the chat never accepted its first message, meant for 09:00:30: connection refused",
        judged.sentence());
    assertEquals(List.of(0L), judged.witnesses());
  }

  @ParameterizedTest
  @CsvSource({
    "25, 30, help-chat, ''",
    "30, 35, help-chat, ''",
    "25, 29.999999999, help-chat, no-question-lost harness q-3",
    "30.000000001, 35, help-chat, no-question-lost harness q-3",
    "25, 35, mod-chat, no-question-lost harness q-3"
  })
  void excusesAQuestionWhoseChatWasDownByPlan(double from, double to, String chat, String finding) {
    Day down =
        Day.empty().at(from, new FaultBegan(chat, "outage")).at(to, new FaultEnded(chat, "outage"));

    assertEquals(
        finding.isEmpty() ? List.of() : List.of(finding),
        Excerpt.of(3).with(down).judged().findings());
  }

  @Test
  void tellsTheHarnessesTroubleWithAQuestion() {
    Excerpt whole = Excerpt.of(3);
    HarnessTrouble trouble = new HarnessTrouble(Optional.of(q(3)), "no connection");

    Judged judged = whole.and(270, trouble).judged();

    assertEquals(List.of("no-question-lost harness q-3"), judged.findings());
    assertEquals("the harness had trouble: no connection", judged.sentence());
    assertEquals(
        List.of(),
        DROPPED.and(170, trouble).judged().findings().stream()
            .filter(finding -> finding.contains("pipeline"))
            .toList());
  }

  @Test
  void blamesWhoClosesAQuestionWithoutAnAnswer() {
    Excerpt two = Excerpt.of(2);
    Excerpt silent = two.with(two.day().without(is(AgentReplied.class)));
    Excerpt word = silent.and(80, new AgentReplied(q(2), "client-team-1", "One moment", false));
    Excerpt bot = silent.and(80, new ChatbotReplied(q(2), "Reload", true));
    Excerpt hello = silent.and(22, new ChatbotReplied(q(2), "Hello", false));
    Excerpt straight =
        silent.and(80, new PipelineReplied(Chat.HELP, "c2", Optional.empty(), "Reload"));
    Excerpt left = silent.and(80, new GaveUp(q(2), true));

    assertEquals("client-team-1 closed it without an answer", silent.judged().sentence());
    assertEquals(List.of("no-question-lost staff q-2"), word.judged().findings());
    assertEquals(List.of("no-question-lost staff q-2"), hello.judged().findings());
    assertEquals(List.of(), bot.judged().findings());
    assertEquals(List.of(), straight.judged().findings());
    assertEquals(List.of(), left.judged().findings());
  }

  @Test
  void blamesAPipelineThatClosesAQuestionWithoutAnAnswer() {
    Excerpt two = Excerpt.of(2);
    Day day =
        two.day()
            .without(is(AgentReplied.class))
            .changing(Closed.class, c -> true, c -> new Closed(c.question(), "pipeline"));

    assertEquals(List.of("no-question-lost pipeline q-2"), two.with(day).judged().findings());
  }

  @Test
  void tellsViolationsInOrderOfTimeAndProofByAbsenceLast() {
    Excerpt three = Excerpt.of(1, 2, 3);
    Day day =
        three
            .day()
            .without(h -> h.toString().contains("q-1]") || h.toString().contains("q-1,"))
            .without(is(AgentReplied.class, a -> a.question().equals(q(2))))
            .moving(Closed.class, c -> c.question().equals(q(2)), 200)
            .without(is(SlackPosted.class))
            .without(is(PipelineNoted.class));

    assertEquals(
        List.of(
            "no-question-lost pipeline q-3",
            "no-question-lost staff q-2",
            "no-question-lost harness q-1"),
        three
            .with(day.without(is(Closed.class, c -> c.question().equals(q(3)))))
            .judged()
            .findings());
  }
}
