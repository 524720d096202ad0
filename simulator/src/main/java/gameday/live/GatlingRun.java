package gameday.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs Gatling in this JVM, quietly: nothing on the terminal, no call to anybody but the plan's own
 * address. One run at a time.
 */
final class GatlingRun {
  private static final String CONFIGURATION = "gatling.conf.file";

  /** Gatling makes its simulation itself, so this is the one way to hand it something. */
  private static final AtomicReference<VisitorPlan> HAND_OVER = new AtomicReference<>();

  private GatlingRun() {}

  /**
   * Plays a plan and returns when it has ended.
   *
   * @param folder the run's folder; gets {@code gatling.log} and, with a report, {@code gatling/}
   * @param report whether Gatling writes its own HTML report, which costs seconds for a large run
   * @return whether Gatling ended as it should
   */
  static boolean play(VisitorPlan plan, Path folder, boolean report) {
    if (!HAND_OVER.compareAndSet(null, plan)) {
      throw new IllegalStateException("a Gatling run is under way in this JVM");
    }
    try (GatlingLog log = new GatlingLog(folder.resolve("gatling.log"))) {
      log.begin();
      QuietPreferences.install();
      System.setProperty(
          CONFIGURATION, "gameday/live/gatling-" + (report ? "report" : "quiet") + ".conf");
      Path results = Files.createDirectories(folder.resolve("gatling"));
      return io.gatling.app.Gatling$.MODULE$.fromArgs(arguments(results, report)) == 0;
    } catch (IOException notWritable) {
      throw new UncheckedIOException("can't write to " + folder, notWritable);
    } finally {
      System.clearProperty(CONFIGURATION);
      HAND_OVER.set(null);
    }
  }

  private static String[] arguments(Path results, boolean report) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-s", VisitorSimulation.class.getName(), "-rf", results.toString()));
    if (!report) {
      arguments.add("-nr");
    }
    return arguments.toArray(String[]::new);
  }

  static VisitorPlan handedOver() {
    VisitorPlan plan = HAND_OVER.get();
    if (plan == null) {
      throw new IllegalStateException("start a rehearsal, not Gatling by itself");
    }
    return plan;
  }
}
