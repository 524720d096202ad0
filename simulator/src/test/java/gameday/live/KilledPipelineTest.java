package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening;
import gameday.pipeline.store.Database;
import gameday.pipeline.store.PostgresServer;
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
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rehearsals whose pipeline is killed, as {@code kill -9} does, at moments drawn from a seed, while
 * it works as well as while it starts. Every build plays a handful of kills on each database;
 * {@code mvn verify -Pbench} two hundred on each, in every help chat.
 */
class KilledPipelineTest {
  private static final Duration LENGTH = Duration.ofMinutes(10);
  private static final Duration FIRST_KILL = Duration.ofSeconds(45);
  private static final double LOST_ANSWERS = 0.05;
  private static final int KILLS_A_DAY = 10;

  @TempDir Path folder;

  /** What a pipeline keeps its memory in. */
  private enum Memory {
    SQLITE,
    POSTGRES
  }

  /** A day to play, and how. */
  private record Day(HelpChatProduct product, double speed, int kills, double lostAnswers) {}

  /**
   * How a day went.
   *
   * @param kills how often the pipeline was killed
   * @param faults what is not as it should be, a sentence each
   */
  private record Played(int kills, List<String> faults) {}

  @ParameterizedTest
  @EnumSource
  void losesNothingAndRepeatsNothingWhenItIsKilledThreeTimes(Memory memory) throws Exception {
    Played played = play(new Day(HelpChatProduct.CHATWOOT, 80, 3, LOST_ANSWERS), memory, 1);

    assertEquals(List.of(), played.faults());
    assertEquals(3, played.kills());
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE, CHATWOOT, 100, 0, 100",
    "SQLITE, CHATWOOT, 40, 0.05, 200",
    "SQLITE, INTERCOM, 30, 0.05, 300",
    "SQLITE, SMARTLOOP, 30, 0.05, 400",
    "POSTGRES, CHATWOOT, 100, 0, 500",
    "POSTGRES, CHATWOOT, 40, 0.05, 600",
    "POSTGRES, INTERCOM, 30, 0.05, 700",
    "POSTGRES, SMARTLOOP, 30, 0.05, 800",
  })
  @Tag("bench")
  void losesNothingAndRepeatsNothingHoweverOftenItIsKilled(
      Memory memory, HelpChatProduct product, int kills, double lostAnswers, long firstSeed)
      throws Exception {
    long start = System.nanoTime();
    Day day = new Day(product, 30, KILLS_A_DAY, lostAnswers);
    int killed = 0;
    List<String> faults = new ArrayList<>();
    for (int days = 0; days < kills / KILLS_A_DAY; days++) {
      Played played = play(day, memory, firstSeed + days);
      killed += played.kills();
      faults.addAll(played.faults());
    }

    System.out.printf(
        "%s, %s, %.0f %% of Slack's answers lost: killed %d times in %.0f s, faults: %s%n",
        memory, product, lostAnswers * 100, killed, (System.nanoTime() - start) / 1e9, faults);
    assertEquals(List.of(), faults);
    assertEquals(kills, killed);
  }

  private Played play(Day day, Memory memory, long seed) throws IOException, SQLException {
    List<FaultPlan> faults = new ArrayList<>(kills(day, seed));
    if (day.lostAnswers() > 0) {
      Kind lost = new Kind.LostAnswers(day.lostAnswers());
      faults.add(new FaultPlan(Target.SLACK, lost, Duration.ZERO, LENGTH));
    }
    Scenario scenario = SmallEvent.scenario(day.product(), faults);
    Script script = ScriptDraw.draw(scenario, seed);
    Path here = Files.createDirectories(folder.resolve(memory + "-" + day.product() + "-" + seed));
    LiveOutcome outcome =
        LiveRehearsal.run(
            LiveSettings.of(scenario, script, day.speed(), here, pipeline(memory)).cold());
    boolean inFile = Files.exists(here.resolve("pipeline-state").resolve("pipeline.db"));
    assertEquals(memory == Memory.SQLITE, inFile);

    Judged judged = Judged.of(scenario, script, outcome);
    return new Played(
        (int)
            judged
                .all(Happening.PipelineGone.class)
                .filter(new Happening.PipelineGone(true, 137)::equals)
                .count(),
        judged.faults().stream().map(fault -> day + " with seed " + seed + ": " + fault).toList());
  }

  private static PipelineChoice pipeline(Memory memory) throws SQLException {
    return switch (memory) {
      case SQLITE -> ReferencePipeline.command();
      case POSTGRES -> {
        Database.Postgres database = PostgresServer.newDatabase();
        yield ReferencePipeline.commandWith(
            "GAMEDAY_DATABASE_URL=" + database.url(), "GAMEDAY_DATABASE_USER=" + database.user());
      }
    };
  }

  /**
   * Kills one after the other at random moments, some as soon as the pipeline is started again;
   * down for up to a second.
   */
  private static List<FaultPlan> kills(Day day, long seed) {
    Random chance = new Random(seed);
    Duration span = LENGTH.minus(FIRST_KILL).dividedBy(day.kills());
    List<FaultPlan> kills = new ArrayList<>();
    for (int n = 0; n < day.kills(); n++) {
      Duration from =
          FIRST_KILL
              .plus(span.multipliedBy(n))
              .plusMillis(chance.nextLong(span.toMillis() * 3 / 4));
      Duration down = Duration.ofMillis(Math.round(chance.nextInt(20, 1_000) * day.speed()));
      Duration most = span.dividedBy(4).minusMillis(1);
      kills.add(
          new FaultPlan(
              Target.PIPELINE,
              new Kind.Crash(),
              from,
              from.plus(down.compareTo(most) < 0 ? down : most)));
    }
    return kills;
  }
}
