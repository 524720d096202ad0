package gameday.pipeline.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Attempt ACCEPTED = new Attempt.Accepted("1.1");
  private static final Attempt FAILED = new Attempt.Failed("no connection");

  @Test
  void isFreeInAChannelUntilItIsToldToWaitAndThenGoesOneASecondWhileAnythingWaits() {
    Pace pace = Pace.OneByOne.everySecond(1);

    assertEquals(Duration.ZERO, pace.after(ACCEPTED));
    assertEquals(Duration.ofSeconds(7), pace.after(new Attempt.NotNow(Duration.ofSeconds(7))));
    assertEquals(Duration.ofSeconds(1), pace.after(ACCEPTED));
    assertEquals(Duration.ofSeconds(1), pace.after(FAILED));
    assertEquals(Duration.ofSeconds(1), pace.after(ACCEPTED));
    pace.idle();
    assertEquals(Duration.ZERO, pace.after(ACCEPTED));
  }

  @Test
  void goesBySlacksClockButWaitsAsLongAsItIsAskedByItsOwn() {
    Pace pace = Pace.OneByOne.everySecond(100);

    assertEquals(Duration.ofSeconds(7), pace.after(new Attempt.NotNow(Duration.ofSeconds(7))));
    assertEquals(Duration.ofMillis(10), pace.after(ACCEPTED));
  }

  @Test
  void letsAllConversationsWaitWhenNoneGetsThrough() {
    Pace pace = new Pace.SideBySide(3, new Backoff(1));

    List<Duration> first = IntStream.range(0, 3).mapToObj(n -> pace.after(FAILED)).toList();
    List<Duration> then = IntStream.range(0, 3).mapToObj(n -> pace.after(FAILED)).toList();
    Duration works = pace.after(ACCEPTED);
    List<Duration> again = IntStream.range(0, 2).mapToObj(n -> pace.after(FAILED)).toList();

    assertEquals(List.of(Duration.ZERO, Duration.ZERO), first.subList(0, 2));
    assertTrue(first.getLast().toMillis() >= 500 && first.getLast().toMillis() <= 750);
    assertEquals(List.of(Duration.ZERO, Duration.ZERO), then.subList(0, 2));
    assertTrue(then.getLast().toMillis() >= 1_000 && then.getLast().toMillis() <= 1_500);
    assertEquals(Duration.ZERO, works);
    assertEquals(List.of(Duration.ZERO, Duration.ZERO), again);
  }
}
