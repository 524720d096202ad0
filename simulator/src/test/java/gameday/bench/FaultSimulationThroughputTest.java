package gameday.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.campaign.Campaign;
import gameday.campaign.Seeds;
import gameday.campaign.Tally;
import gameday.history.History;
import gameday.pipeline.Conduct;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.Catalog;
import gameday.scenario.yaml.Loaded;
import gameday.trial.Examination;
import gameday.trial.Trial;
import gameday.trial.TrialDraw;
import gameday.virtual.VirtualRehearsal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How many questions a minute fault simulation covers on all cores, drawing and judging included,
 * and where the time goes. Every build plays a few seeds; {@code mvn verify -Pbench} measures.
 */
class FaultSimulationThroughputTest {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final double MINUTE_NANOS = 60e9;

  private final TrialDraw draw = new TrialDraw(scenario(), true);
  private final Examination examination = new Examination(FaultSimulationThroughputTest::play);

  private static Scenario scenario() {
    return switch (Catalog.load("fault-storm", List.of())) {
      case Loaded.Good good -> good.scenario();
      case Loaded.Faulty faulty -> throw new IllegalStateException(faulty.faults().toString());
    };
  }

  private static History play(Scenario scenario, gameday.script.Script script) {
    return VirtualRehearsal.play(scenario, script, Conduct.HONEST);
  }

  private Tally tried(String seeds) {
    return new Campaign(Seeds.read(seeds), CORES, Integer.MAX_VALUE)
        .run(seed -> examination.of(draw.draw(seed)), tally -> {})
        .tally();
  }

  @Test
  void coversEverySeed() {
    Tally tally = tried("1..12");

    assertEquals(12, tally.seeds());
    assertTrue(tally.questions() > 12 * 30, () -> "only " + tally.questions());
  }

  @Test
  @Tag("bench")
  void measuresQuestionsAMinute() {
    tried("1..1000");
    for (int round = 1; round <= 3; round++) {
      long began = System.nanoTime();
      Tally tally = tried("1001..3000");
      double minutes = (System.nanoTime() - began) / MINUTE_NANOS;
      System.out.printf(
          "fault simulation: %,d questions, %,.0f a minute on %d cores%n",
          tally.questions(), tally.questions() / minutes, CORES);
    }
    parts();
  }

  /** On one thread: drawing, playing and judging, so many nanoseconds a question. */
  private void parts() {
    long drawing = 0;
    long playing = 0;
    long judging = 0;
    long questions = 0;
    for (long seed = 3001; seed <= 4000; seed++) {
      long begin = System.nanoTime();
      Trial trial = draw.draw(seed);
      long drawn = System.nanoTime();
      History history = play(trial.scenario(), trial.script());
      long played = System.nanoTime();
      Examination.judged(trial, history);
      drawing += drawn - begin;
      playing += played - drawn;
      judging += System.nanoTime() - played;
      questions += trial.script().questions().size();
    }
    System.out.printf(
        "a question on one core: %.1f us drawn, %.1f us played, %.1f us judged;"
            + " play : judge = 1 : %.2f%n",
        drawing / 1e3 / questions,
        playing / 1e3 / questions,
        judging / 1e3 / questions,
        (double) judging / playing);
  }
}
