package gameday.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LiveAgendaTest {
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final LiveClock clock = new LiveClock(60);

  @Test
  void runsActionsInOrderOfTimeAndTiesInOrderOfPlanning() {
    try (LiveAgenda agenda = new LiveAgenda(clock, failure -> done.add("trouble"))) {
      agenda.at(Duration.ofSeconds(2), () -> done.add("later"));
      agenda.at(Duration.ofSeconds(1), () -> done.add("tie one"));
      agenda.at(Duration.ofSeconds(1), () -> done.add("tie two"));
      agenda.at(Duration.ZERO, () -> done.add("first"));

      clock.begin(System.nanoTime());
      agenda.start();

      await().until(() -> done.size() == 4);
      assertEquals(List.of("first", "tie one", "tie two", "later"), done);
    }
  }

  @Test
  void runsTheNextActionThoughOneBroke() {
    try (LiveAgenda agenda = new LiveAgenda(clock, failure -> done.add(failure.getMessage()))) {
      agenda.soon(
          () -> {
            throw new IllegalStateException("broke");
          });
      agenda.soon(() -> done.add("next"));

      clock.begin(System.nanoTime());
      agenda.start();

      await().until(() -> done.size() == 2);
      assertEquals(List.of("broke", "next"), done);
    }
  }
}
