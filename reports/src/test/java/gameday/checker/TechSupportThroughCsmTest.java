package gameday.checker;

import static gameday.rehearsed.Deeds.AGENT;
import static gameday.rehearsed.Deeds.in;
import static gameday.rehearsed.Deeds.is;
import static gameday.rehearsed.Deeds.saying;
import static gameday.rehearsed.Horizon.BOT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.SlackPosted;
import gameday.rehearsed.Day;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

class TechSupportThroughCsmTest {
  @Test
  void saysWhoCalledTechSupport() {
    Judged pipeline = called(in("4.0", BOT, "<!subteam^S1> please", 4));
    Judged agent = called(in("4.0", AGENT, "<!subteam^S1> please", 4));
    Judged uncalled = called(in("4.0", AGENT, "Is nobody there?", 4));

    String why = ": Tech Support comes in only when a CSM has called it";
    assertEquals("gameday called Tech Support at 09:05:25" + why, pipeline.sentence());
    assertEquals("client-team-1 called Tech Support at 09:05:25" + why, agent.sentence());
    assertEquals("tech-support-1 came in at 09:06:40" + why, uncalled.sentence());
    assertEquals(List.of("tech-support-through-csm pipeline q-4"), pipeline.findings());
    assertEquals(List.of("tech-support-through-csm staff q-4"), agent.findings());
    assertEquals(List.of("tech-support-through-csm staff q-4"), uncalled.findings());
  }

  private static Judged called(SlackPosted call) {
    Excerpt mod = Excerpt.of(4);
    Day day = mod.day().without(is(SlackPosted.class, p -> p.text().startsWith("<!subteam")));
    return mod.with(day).and(325, call).judged();
  }

  @Test
  void findsTechSupportCalledInTheGreeting() {
    Excerpt mod = Excerpt.of(4);
    Day day =
        mod.day()
            .changing(
                SlackPosted.class,
                p -> p.ts().equals("4.0"),
                saying(text -> text.replace("<!here>", "<!subteam^S1>")));

    Judged judged = mod.with(day).judged();

    assertEquals(List.of("tech-support-through-csm pipeline q-4"), judged.findings());
    assertEquals(List.of(6L), judged.witnesses());
  }

  @Test
  void judgesTechSupportWhereItCameInOnly() {
    assertEquals(1, Excerpt.of(3, 4).judged().cases("tech-support-through-csm"));
    Excerpt elsewhere = Excerpt.of(4);
    Day day =
        elsewhere
            .day()
            .changing(
                SlackPosted.class,
                p -> true,
                p ->
                    new SlackPosted(
                        "general", p.ts(), p.threadTs(), p.author(), p.text(), p.questions()));
    assertEquals(0, elsewhere.with(day).judged().cases("tech-support-through-csm"));
  }
}
