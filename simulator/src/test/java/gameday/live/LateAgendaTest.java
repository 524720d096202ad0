package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LateAgendaTest {
  @Test
  void whatComesNextIsPlannedFromWhenAnActionWasDueHoweverLateItRuns() throws Exception {
    LiveClock clock = new LiveClock(1000);
    // Event time zero was ten seconds of the wall ago: everything below runs hours late.
    clock.begin(System.nanoTime() - TimeUnit.SECONDS.toNanos(10));
    List<Duration> seen = new CopyOnWriteArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    try (LiveAgenda agenda = new LiveAgenda(clock, failure -> fail("an action threw", failure))) {
      agenda.at(
          Duration.ofSeconds(60),
          () -> {
            seen.add(agenda.now());
            agenda.after(
                Duration.ofSeconds(5),
                () -> {
                  seen.add(agenda.now());
                  done.countDown();
                });
          });

      agenda.start();

      done.await(10, TimeUnit.SECONDS);
      assertEquals(List.of(Duration.ofSeconds(60), Duration.ofSeconds(65)), seen);
    }
  }
}
