package gameday.checker;

import static gameday.rehearsed.Deeds.AGENT;
import static gameday.rehearsed.Deeds.NANO;
import static gameday.rehearsed.Deeds.as;
import static gameday.rehearsed.Deeds.top;
import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.q;
import static gameday.rehearsed.Horizon.question;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.AgentRequested;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import gameday.process.Tier;
import gameday.rehearsed.Day;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Horizon;
import gameday.rehearsed.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscalatedOnceTest {
  private static final Excerpt WHOLE = Excerpt.of(3);

  @Test
  void saysWhenItWasPostedFirstAndAgain() {
    Judged judged = WHOLE.and(162, as(root(3), "3.9", BOT)).judged();

    assertEquals("it was posted again at 09:02:42, after 09:02:40", judged.sentence());
    assertEquals(List.of(7L, 8L), judged.witnesses());
    assertEquals(2, judged.cases("escalated-once"));
  }

  @Test
  void blamesAnAgentWhoPostsAgainByHand() {
    assertEquals(
        List.of("escalated-once staff q-3"),
        WHOLE.and(162, as(root(3), "3.9", AGENT)).judged().findings());
  }

  @Test
  void countsNoThreadOfAnotherChannel() {
    SlackPosted elsewhere = top("general", "3.9", BOT, root(3).text(), 3);

    Judged judged = WHOLE.and(162, elsewhere).judged();

    assertEquals(List.of("right-channel pipeline q-3"), judged.findings());
    assertEquals(1, judged.cases("escalated-once"));
  }

  @Test
  void allowsAsManyThreadsAsThereWereEscalations() {
    // User 3 asked twice and both messages name the user, so both are ascribed to both questions.
    Excerpt twice = asked(3, 6);
    SlackPosted first = top(CHANNEL, "3.0", BOT, root(3).text(), 3, 6);
    SlackPosted second = top(CHANNEL, "6.0", BOT, root(3).text(), 3, 6);
    SlackPosted third = top(CHANNEL, "6.1", BOT, root(3).text(), 3, 6);
    Day day = escalated(escalated(twice.day(), 3, 110), 6, 120).at(111, first).at(121, second);
    Day seen =
        day.at(122, new SlackReacted(CHANNEL, "3.0", CSM, "eyes"))
            .at(123, new SlackReacted(CHANNEL, "6.0", CSM, "eyes"));

    assertEquals(List.of(), twice.with(seen).judged().findings());
    assertEquals(
        List.of("escalated-once pipeline q-3"),
        twice.with(seen).and(130, third).judged().findings());
  }

  @Test
  void allowsAThreadForEachQuestionThatNobodyTook() {
    Excerpt twice = waiting(5, 6);
    SlackPosted first = top(CHANNEL, "5.0", BOT, root(5).text(), 5, 6);
    SlackPosted second = top(CHANNEL, "6.0", BOT, root(5).text(), 5, 6);
    Day day =
        twice
            .day()
            .at(660, first)
            .at(661, new SlackReacted(CHANNEL, "5.0", CSM, "eyes"))
            .at(665, second)
            .at(666, new SlackReacted(CHANNEL, "6.0", CSM, "eyes"));

    assertEquals(List.of(), twice.with(day).judged().findings());
  }

  @Test
  void allowsNoSecondThreadBeforeItIsDue() {
    SlackPosted first = top(CHANNEL, "5.0", BOT, root(5).text(), 5, 6);
    SlackPosted second = top(CHANNEL, "6.0", BOT, root(5).text(), 5, 6);
    Excerpt twice =
        waiting(5, 6)
            .and(659, first)
            .and(
                662,
                new SlackReacted(CHANNEL, "5.0", CSM, "eyes"),
                new SlackReacted(CHANNEL, "6.0", CSM, "eyes"));

    assertEquals(
        List.of("escalated-once pipeline q-5"), twice.and(660 - NANO, second).judged().findings());
    assertEquals(List.of(), twice.and(660, second).judged().findings());
  }

  private static Excerpt asked(int... numbers) {
    Day day = Day.empty();
    for (int number : numbers) {
      day =
          day.at(30, new Asked(q(number), Chat.HELP, "c" + number, Horizon.text(number)))
              .at(35, new AgentRequested(q(number)))
              .at(100, new AgentTook(q(number), "client-team-1"));
    }
    return WHOLE
        .with(
            question(3, 30, Audience.EXHIBITOR, Chat.HELP, Tier.CSM),
            question(6, 30, Audience.EXHIBITOR, Chat.HELP, Tier.CSM))
        .with(day);
  }

  private static Excerpt waiting(int... numbers) {
    Day day = Day.empty();
    for (int number : numbers) {
      day =
          day.at(50, new Asked(q(number), Chat.HELP, "c" + number, Horizon.text(number)))
              .at(60, new AgentRequested(q(number)));
    }
    return WHOLE
        .with(
            question(5, 50, Audience.EXHIBITOR, Chat.HELP, Tier.CSM),
            question(6, 50, Audience.EXHIBITOR, Chat.HELP, Tier.CSM))
        .with(day);
  }

  private static Day escalated(Day day, int number, double at) {
    return day.at(at, new Escalated(q(number), "client-team-1", EscalationWay.NOTE, Horizon.ISSUE));
  }
}
