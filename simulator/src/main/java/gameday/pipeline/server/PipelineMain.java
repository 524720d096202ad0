package gameday.pipeline.server;

import gameday.contract.PipelineEnvironment;
import gameday.contract.PipelineVariable;
import gameday.pipeline.Conduct;
import gameday.pipeline.log.PipelineLog;
import gameday.pipeline.log.Redaction;
import gameday.pipeline.settings.Settings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the reference pipeline in this process, as {@code gameday pipeline} does. */
public final class PipelineMain {
  private static final int OK = 0;
  private static final int BROKEN = 1;
  private static final int USAGE = 64;

  // A logger that nobody holds on to may forget its level.
  private static final java.util.logging.Logger WEB_SERVER =
      java.util.logging.Logger.getLogger("io.helidon");

  private PipelineMain() {}

  /** Runs with the environment alone, see {@link #run(Map, List)}. */
  public static int run(Map<String, String> environment) {
    return run(environment, List.of());
  }

  /**
   * Runs until the process is told to end.
   *
   * @param environment the variables of {@link gameday.contract.PipelineVariable}
   * @param files with more of them, see {@link gameday.contract.EnvironmentFile}
   * @return the exit code: 0 after a clean stop, 1 if it could not go on, 64 if what it is told is
   *     wrong, with every fault on stderr
   */
  public static int run(Map<String, String> environment, List<Path> files) {
    return run(environment, files, Conduct.HONEST);
  }

  /**
   * Likewise, behaving as {@code conduct} has it. No setting leads here: only a program of its own
   * can start a pipeline that does wrong.
   */
  public static int run(Map<String, String> environment, List<Path> files, Conduct conduct) {
    PipelineEnvironment told = PipelineEnvironment.of(environment, files);
    WEB_SERVER.setLevel(Level.WARNING);
    return switch (Settings.read(told)) {
      case Settings.Result.Bad bad -> {
        told.warnings().forEach(warning -> System.err.println("pipeline: warning: " + warning));
        bad.faults().forEach(fault -> System.err.println("pipeline: " + fault));
        yield USAGE;
      }
      case Settings.Result.Good good -> {
        begin(told, good.settings());
        yield serve(good.settings(), conduct);
      }
    };
  }

  private static void begin(PipelineEnvironment told, Settings settings) {
    boolean asJson = told.value(PipelineVariable.GAMEDAY_LOG).filter("json"::equals).isPresent();
    PipelineLog.begin(
        asJson ? PipelineLog.Form.JSON : PipelineLog.Form.LOGFMT,
        new Redaction(settings.secrets()));
    Logger log = LoggerFactory.getLogger(PipelineMain.class);
    told.warnings().forEach(warning -> log.warn("event=settings warning=\"{}\"", warning));
  }

  private static int serve(Settings settings, Conduct conduct) {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicBoolean broken = new AtomicBoolean();
    Thread hook = new Thread(() -> awaitStop(end, stopped), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      PipelineServer server =
          PipelineServer.start(
              settings,
              conduct,
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

  // The process is gone as soon as all hooks are through, so the hook waits for the clean stop; not
  // for longer than others wait for us, since all that was acknowledged is on the disk anyway.
  private static void awaitStop(CountDownLatch end, CountDownLatch stopped) {
    end.countDown();
    try {
      stopped.await(4_500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
