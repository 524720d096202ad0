package gameday.checker;

import static gameday.rehearsed.Deeds.AGENT;
import static gameday.rehearsed.Deeds.STRANGER;
import static gameday.rehearsed.Deeds.top;
import static gameday.rehearsed.Horizon.BOT;
import static gameday.rehearsed.Horizon.CHANNEL;
import static gameday.rehearsed.Horizon.CSM;
import static gameday.rehearsed.Horizon.root;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.SlackPosted;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Judged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RightChannelTest {
  private static final Excerpt WHOLE = Excerpt.of(3);

  @Test
  void takesNoTalkOfPeopleForAnEscalationWhereverItStands() {
    Judged judged =
        WHOLE
            .with(
                WHOLE
                    .day()
                    .at(40, top("general", "8.0", AGENT, "Good morning"))
                    .at(41, top("general", "8.1", CSM, "Is it about q-3?", 3))
                    .at(42, top("general", "8.2", STRANGER, "Hello"))
                    .at(43, top(CHANNEL, "8.3", AGENT, "Good morning")))
            .judged();

    assertEquals(List.of(), judged.findings());
    // The escalation only: the pipeline has written nothing else into Slack.
    assertEquals(1, judged.cases("right-channel"));
  }

  @Test
  void blamesAnAgentWhoEscalatesInAnotherChannel() {
    SlackPosted aboutIt = top("general", "8.0", AGENT, "Look at this", 3);
    SlackPosted template = top("general", "8.1", AGENT, root(3).text());
    SlackPosted below =
        new SlackPosted("general", "8.2", Optional.of("8.1"), AGENT, "Anybody?", List.of());

    assertEquals(List.of("right-channel staff q-3"), WHOLE.and(170, aboutIt).judged().findings());
    assertEquals(
        "client-team-1 posted in #general instead of #horizon-help at 09:02:50",
        WHOLE.and(170, aboutIt).judged().sentence());
    assertEquals(
        List.of("right-channel staff", "right-channel staff"),
        WHOLE.and(170, template, below).judged().findings());
  }

  @Test
  void mindsWhateverThePipelineSaysElsewhere() {
    SlackPosted hello = top("general", "8.0", BOT, "Good morning");

    assertEquals(List.of("right-channel pipeline"), WHOLE.and(40, hello).judged().findings());
    assertEquals(
        "gameday posted in #general instead of #horizon-help at 09:00:40",
        WHOLE.and(40, hello).judged().sentence());
  }

  @Test
  void takesNoGreetingOfThePipelineForAnEscalation() {
    Judged judged =
        WHOLE.and(40, top(CHANNEL, "8.0", BOT, "Good morning, I am here for you")).judged();

    assertEquals(List.of(), judged.findings());
    assertEquals(1, judged.cases("template-complete"));
  }
}
