package gameday.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gameday.live.PipelineChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many questions a second a live rehearsal carries, the reference pipeline included. Every
 * build plays a few seconds, so that this can't rot; {@code mvn verify -Pbench} measures.
 */
class LiveThroughputTest {
  private static final Duration MOST_LAG = Duration.ofMillis(50);
  private static final List<Integer> RATES =
      List.of(25, 50, 100, 150, 200, 250, 300, 400, 500, 600, 800);
  private static final int SECONDS = 8;
  private static final double ESCALATED = 0.1;

  /** So many rates in a row are too much; one may have been unlucky, the first is cold. */
  private static final int MISSES = 2;

  @TempDir Path folder;

  @Test
  void losesNothingAtALowRate() throws Exception {
    Load load = Load.play(BusyEvent.at(10, 2, ESCALATED), 2, reference(), folder.resolve("low"));

    assertEquals(List.of(), load.faults());
    assertFalse(load.questions() == 0);
  }

  @Test
  @Tag("bench")
  void findsTheHighestRateThatIsCarried() throws Exception {
    Optional<Load> best = Optional.empty();
    int missed = 0;

    say("questions/s   lag p99   ack p99   drained in   CPU per question: harness   pipeline");
    for (int i = 0; i < RATES.size() && missed < MISSES; i++) {
      Load load = play(RATES.get(i), ESCALATED, reference());
      print(load);
      if (load.isCarried(MOST_LAG)) {
        best = Optional.of(load);
        missed = 0;
      } else {
        missed++;
      }
    }

    if (best.isPresent()) {
      compare(best.get());
    } else {
      say("no rate was carried: is the machine busy with something else?");
    }
  }

  /** The same visitors with a pipeline that only acknowledges, and nothing to escalate. */
  private void compare(Load best) throws IOException {
    say(
        "the last rate that was carried, nothing escalated, with a pipeline that acknowledges only:");
    Load idle = play((int) Math.round(best.offered()), 0, program(AcknowledgingPipeline.class));
    print(idle);
    say(
        "%.0f questions/s sustained; the whole costs %.1f times the CPU of acknowledging alone"
            .formatted(best.offered(), (double) cost(best) / cost(idle)));
  }

  private static long cost(Load load) {
    return load.harness().plus(load.pipeline()).toNanos();
  }

  private Load play(int rate, double escalated, PipelineChoice pipeline) throws IOException {
    Path here = folder.resolve(rate + "-" + escalated);
    return Load.play(BusyEvent.at(rate, SECONDS, escalated), SECONDS, pipeline, here);
  }

  private static void print(Load load) {
    say(
        "%11.1f %6d ms %6d ms %10.1f s %21.2f ms %7.2f ms"
            .formatted(
                load.offered(),
                load.lag().toMillis(),
                load.ack().toMillis(),
                load.drain().toMillis() / 1e3,
                load.harness().toNanos() / 1e6,
                load.pipeline().toNanos() / 1e6));
    load.faults().forEach(fault -> say("    not carried: " + fault));
  }

  /** A benchmark's result is what it prints. */
  private static void say(String line) {
    System.out.println(line);
  }

  private static PipelineChoice reference() {
    return program(gameday.cli.Main.class, "pipeline");
  }

  private static PipelineChoice program(Class<?> main, String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    words.addAll(List.of(arguments));
    return new PipelineChoice.Command(words);
  }
}
