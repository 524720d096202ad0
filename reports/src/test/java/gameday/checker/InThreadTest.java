package gameday.checker;

import static gameday.rehearsed.Deeds.STRANGER;
import static gameday.rehearsed.Deeds.in;
import static gameday.rehearsed.Deeds.top;
import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CSM;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.SlackPosted;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

class InThreadTest {
  private static final Excerpt WHOLE = Excerpt.of(3);

  @Test
  void blamesACsmWhoAnswersAtTheTopAndNoStranger() {
    SlackPosted csms = top(CHANNEL, "8.0", CSM, "For q-3: reload", 3);
    SlackPosted strangers = top(CHANNEL, "8.1", STRANGER, "For q-3: me too", 3);

    Judged judged = WHOLE.and(250, csms).judged();
    assertEquals(List.of("in-thread staff q-3"), judged.findings());
    assertEquals(
        "csm-1 wrote at top level at 09:04:10 instead of in the issue's thread", judged.sentence());
    assertEquals(2, judged.cases("in-thread"));
    assertEquals(List.of(), WHOLE.and(250, strangers).judged().findings());
  }

  @Test
  void findsAReplyToWhatDoesNotExistAndNoneToWhatPeopleSaid() {
    SlackPosted talk = top(CHANNEL, "8.0", CSM, "Good morning");

    assertEquals(
        List.of(), WHOLE.and(250, talk, in("8.0", BOT, "Good morning")).judged().findings());
    assertEquals(
        "gameday wrote in a thread that doesn't exist at 09:04:10 instead of in the issue's thread",
        WHOLE.and(250, in("9.0", BOT, "news")).judged().sentence());
  }
}
