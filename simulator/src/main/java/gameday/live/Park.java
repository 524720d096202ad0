package gameday.live;

import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.ActionBuilder;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A Gatling action that parks a virtual user until a future completes or a moment has come, and
 * resumes it on its own event loop. Gatling has none; polling instead resumes later and costs far
 * more.
 *
 * <p>It stands on Gatling's internal Scala types, so it is small, alone in its file, and {@code
 * ParkTest} fails when an upgrade breaks it.
 */
final class Park implements ActionBuilder {
  /**
   * What to wait for.
   *
   * @param until wakes the user; must complete normally or exceptionally, both wake
   * @param deadline a value of {@link System#nanoTime}; wakes the user at the latest
   */
  record Wait(CompletableFuture<?> until, OptionalLong deadline) {}

  private final Function<io.gatling.javaapi.core.Session, Wait> waitFor;

  Park(Function<io.gatling.javaapi.core.Session, Wait> waitFor) {
    this.waitFor = waitFor;
  }

  @Override
  public io.gatling.core.action.builder.ActionBuilder asScala() {
    return new Builder(waitFor);
  }

  private record Builder(Function<io.gatling.javaapi.core.Session, Wait> waitFor)
      implements io.gatling.core.action.builder.ActionBuilder {
    @Override
    public Action build(ScenarioContext context, Action next) {
      return new Parked(waitFor, next);
    }
  }

  private static final class Parked implements Action {
    private static final com.typesafe.scalalogging.Logger LOGGER =
        com.typesafe.scalalogging.Logger.apply("gameday.live.Park");

    private final Function<io.gatling.javaapi.core.Session, Wait> waitFor;
    private final Action next;

    Parked(Function<io.gatling.javaapi.core.Session, Wait> waitFor, Action next) {
      this.waitFor = waitFor;
      this.next = next;
    }

    @Override
    public String name() {
      return "park";
    }

    @Override
    public void execute(Session session) {
      Wait wanted = waitFor.apply(new io.gatling.javaapi.core.Session(session));
      new Sleeper(session, next).sleep(wanted);
    }

    @Override
    public com.typesafe.scalalogging.Logger logger() {
      return LOGGER;
    }

    @Override
    public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(
        com.typesafe.scalalogging.Logger logger) {
      // The trait's initialiser is for Scala classes; ours has its logger already.
    }
  }

  /** One user's one until; but for {@link #ring}, on the user's event loop only. */
  private static final class Sleeper {
    private final Session session;
    private final Action next;
    private final EventLoop loop;
    private boolean awake;
    private ScheduledFuture<?> alarm;

    Sleeper(Session session, Action next) {
      this.session = session;
      this.next = next;
      this.loop = session.eventLoop();
    }

    void sleep(Wait wanted) {
      if (wanted.deadline().isPresent()) {
        long delay = Math.max(0, wanted.deadline().getAsLong() - System.nanoTime());
        alarm = loop.schedule(this::wake, delay, TimeUnit.NANOSECONDS);
      }
      wanted.until().whenComplete((value, failure) -> ring());
    }

    private void ring() {
      try {
        loop.execute(this::wake);
      } catch (RejectedExecutionException afterTheRun) {
        // The loop is shut down: Gatling's run is over, and with it this user. Whoever completed
        // the future has nothing to do with that.
        awake = true;
      }
    }

    private void wake() {
      if (awake) {
        return;
      }
      awake = true;
      if (alarm != null) {
        alarm.cancel(false);
      }
      next.$bang(session);
    }
  }
}
