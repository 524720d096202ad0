package gameday.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.scalalogging.Logger;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.netty.channel.DefaultEventLoop;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parks a user by Gatling's internal types alone: an upgrade that changes them ends here. */
class ParkTest {
  private static final long HOUR = TimeUnit.HOURS.toNanos(1);

  private final DefaultEventLoop loop = new DefaultEventLoop();
  private final Session session = io.gatling.core.session.Session$.MODULE$.apply("askers", 1, loop);
  private final Resumed resumed = new Resumed();

  @AfterEach
  void stop() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  @Test
  void resumesTheUserOnItsOwnLoopWhenTheFutureCompletes() {
    CompletableFuture<Void> until = new CompletableFuture<>();
    park(until, OptionalLong.of(System.nanoTime() + HOUR));
    boolean early = !resumed.sessions.isEmpty();

    until.complete(null);

    await().until(() -> !resumed.sessions.isEmpty());
    assertTrue(!early && resumed.onLoop);
    assertEquals(List.of(session), resumed.sessions);
  }

  @Test
  void resumesTheUserWhenTheMomentHasCome() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
    park(new CompletableFuture<>(), OptionalLong.of(deadline));

    await().until(() -> !resumed.sessions.isEmpty());
    assertTrue(resumed.at >= deadline, () -> "too early by " + (deadline - resumed.at) + " ns");
  }

  @Test
  void resumesTheUserOnceThoughBothHappen() throws Exception {
    CompletableFuture<Void> until = new CompletableFuture<>();
    park(until, OptionalLong.of(System.nanoTime()));
    await().until(() -> !resumed.sessions.isEmpty());

    until.complete(null);

    // What the completion put on the loop has run when this has.
    loop.submit(() -> {}).get(10, TimeUnit.SECONDS);
    loop.submit(() -> {}).get(10, TimeUnit.SECONDS);
    assertEquals(1, resumed.sessions.size());
  }

  @Test
  void resumesTheUserWhenTheFutureFails() {
    park(CompletableFuture.failedFuture(new IllegalStateException()), OptionalLong.empty());

    await().until(() -> !resumed.sessions.isEmpty());
  }

  private void park(CompletableFuture<Void> until, OptionalLong deadline) {
    Action parked =
        new Park(asked -> new Park.Wait(until, deadline)).asScala().build(null, resumed);
    loop.execute(() -> parked.execute(session));
  }

  /** Notes who goes on. */
  private final class Resumed implements Action {
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private volatile long at;
    private volatile boolean onLoop;

    @Override
    public String name() {
      return "resumed";
    }

    @Override
    public void execute(Session who) {
      at = System.nanoTime();
      onLoop = loop.inEventLoop();
      sessions.add(who);
    }

    @Override
    public Logger logger() {
      return Logger.apply("resumed");
    }

    @Override
    public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger logger) {
      // The trait's initialiser is for Scala classes.
    }
  }
}
