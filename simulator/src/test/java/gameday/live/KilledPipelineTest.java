package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening;
import gameday.process.HelpChatProduct;
import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.FaultPlan.Target;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rehearsals whose pipeline is killed, as {@code kill -9} does, at moments drawn from a seed, while
 * it works as well as while it starts. Every build plays one with a handful of kills; {@code mvn
 * verify -Pbench} two hundred and more, in every help chat.
 *
 * <p>The pipeline uses SQLite, or what {@code GAMEDAY_DATABASE_URL}, {@code GAMEDAY_DATABASE_USER}
 * and {@code GAMEDAY_DATABASE_PASSWORD} of this process say, which its child inherits.
 */
class KilledPipelineTest {
  private static final Duration LENGTH = Duration.ofMinutes(10);
  private static final Duration FIRST_KILL = Duration.ofSeconds(45);
  private static final double LOST_ANSWERS = 0.05;

  @TempDir Path folder;

  @Test
  void losesNothingAndRepeatsNothingWhenItIsKilledFourTimes() throws Exception {
    int kills = play(HelpChatProduct.CHATWOOT, 60, 4, LOST_ANSWERS, 1);

    assertEquals(4, kills);
  }

  @ParameterizedTest
  @CsvSource({
    "CHATWOOT, 100, 0",
    "CHATWOOT, 40, 0.05",
    "INTERCOM, 40, 0.05",
    "SMARTLOOP, 40, 0.05",
  })
  @Tag("bench")
  void losesNothingAndRepeatsNothingHoweverOftenItIsKilled(
      HelpChatProduct product, int kills, double lostAnswers) throws Exception {
    long start = System.nanoTime();
    int killed =
        LongStream.range(0, kills / 10)
            .mapToInt(seed -> playOne(product, 10, lostAnswers, 100 + seed))
            .sum();

    System.out.printf(
        "%s, %.0f %% of Slack's answers lost: killed %d times in %.0f s%n",
        product, lostAnswers * 100, killed, (System.nanoTime() - start) / 1e9);
    assertEquals(kills, killed);
  }

  private int playOne(HelpChatProduct product, int kills, double lostAnswers, long seed) {
    try {
      return play(product, 30, kills, lostAnswers, seed);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Plays one day; how often the pipeline was killed. */
  private int play(HelpChatProduct product, double speed, int kills, double lostAnswers, long seed)
      throws IOException {
    List<FaultPlan> faults = new ArrayList<>(kills(kills, speed, seed));
    if (lostAnswers > 0) {
      faults.add(
          new FaultPlan(Target.SLACK, new Kind.LostAnswers(lostAnswers), Duration.ZERO, LENGTH));
    }
    Scenario scenario = SmallEvent.scenario(product, faults);
    Script script = ScriptDraw.draw(scenario, seed);
    Path here = Files.createDirectories(folder.resolve(product + "-" + seed));
    LiveOutcome outcome =
        LiveRehearsal.run(
            LiveSettings.of(scenario, script, speed, here, ReferencePipeline.command()).cold());

    Judged judged = Judged.of(scenario, script, outcome);
    assertEquals(List.of(), judged.faults(), product + " with seed " + seed);
    return (int)
        judged
            .all(Happening.PipelineGone.class)
            .filter(new Happening.PipelineGone(true, 137)::equals)
            .count();
  }

  /**
   * Kills one after the other at random moments, some as soon as the pipeline is started again;
   * down for up to a second.
   */
  private static List<FaultPlan> kills(int number, double speed, long seed) {
    Random chance = new Random(seed);
    Duration span = LENGTH.minus(FIRST_KILL).dividedBy(number);
    List<FaultPlan> kills = new ArrayList<>();
    for (int n = 0; n < number; n++) {
      Duration from =
          FIRST_KILL
              .plus(span.multipliedBy(n))
              .plusMillis(chance.nextLong(span.toMillis() * 3 / 4));
      Duration down = Duration.ofMillis(Math.round(chance.nextInt(20, 1_000) * speed));
      Duration most = span.dividedBy(4).minusMillis(1);
      kills.add(
          new FaultPlan(
              Target.PIPELINE,
              new Kind.Crash(),
              from,
              from.plus(down.compareTo(most) < 0 ? down : most)));
    }
    assertTrue(kills.size() == number);
    return kills;
  }
}
