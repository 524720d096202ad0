package gameday.pipeline.server;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Runs the reference pipeline in this process, as {@code gameday pipeline} does. */
public final class PipelineMain {
  private static final int OK = 0;
  private static final int BROKEN = 1;
  private static final int USAGE = 64;
  private static final String LOGBACK = "logback.configurationFile";

  // A logger that nobody holds on to may forget its level.
  private static final Logger WEB_SERVER = Logger.getLogger("io.helidon");

  private PipelineMain() {}

  /**
   * Runs until the process is told to end.
   *
   * @param environment the variables of {@link gameday.contract.PipelineVariable}
   * @return the exit code: 0 after a clean stop, 1 if it could not go on, 64 if the environment is
   *     wrong, with every fault on stderr
   */
  public static int run(Map<String, String> environment) {
    if (System.getProperty(LOGBACK) == null) {
      System.setProperty(LOGBACK, "gameday/pipeline/server/logback.xml");
    }
    WEB_SERVER.setLevel(Level.WARNING);
    return switch (Settings.read(environment)) {
      case Settings.Result.Bad bad -> {
        bad.faults().forEach(fault -> System.err.println("pipeline: " + fault));
        yield USAGE;
      }
      case Settings.Result.Good good -> serve(good.settings());
    };
  }

  private static int serve(Settings settings) {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicBoolean broken = new AtomicBoolean();
    Thread hook = new Thread(() -> awaitStop(end, stopped), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      PipelineServer server =
          PipelineServer.start(
              settings,
              () -> {
                broken.set(true);
                end.countDown();
              });
      end.await();
      server.stop();
      return broken.get() ? BROKEN : OK;
    } catch (SQLException | RuntimeException e) {
      LoggerFactory.getLogger(PipelineMain.class).error("event=can-not-run", e);
      return BROKEN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OK;
    } finally {
      stopped.countDown();
    }
  }

  // The process is gone as soon as all hooks are through, so the hook waits for the clean stop.
  private static void awaitStop(CountDownLatch end, CountDownLatch stopped) {
    end.countDown();
    try {
      stopped.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
