package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private static final Optional<String> NO_CHANNEL = Optional.empty();

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void letsABurstThroughThenOneASecondAndChannel() {
    var limits = RateLimits.published(1, nanos::get);

    assertEquals(40, taken(limits, "C1", 100));
    assertEquals(40, taken(limits, "C2", 100));

    nanos.set(seconds(3));
    assertEquals(3, taken(limits, "C1", 100));
  }

  @Test
  void countsInEventTimeAndSaysInMachineTimeWhenToComeBack() {
    var slow = RateLimits.published(1, nanos::get);
    var quick = RateLimits.published(60, nanos::get);
    IntStream.range(0, 20).forEach(n -> slow.retryAfterSeconds("users.list", NO_CHANNEL));
    IntStream.range(0, 20).forEach(n -> quick.retryAfterSeconds("users.list", NO_CHANNEL));

    assertEquals(OptionalLong.of(3), slow.retryAfterSeconds("users.list", NO_CHANNEL));
    assertEquals(OptionalLong.of(1), quick.retryAfterSeconds("users.list", NO_CHANNEL));

    nanos.set(seconds(1) / 20 + 1);
    assertEquals(OptionalLong.empty(), quick.retryAfterSeconds("users.list", NO_CHANNEL));
    assertEquals(OptionalLong.of(3), slow.retryAfterSeconds("users.list", NO_CHANNEL));
  }

  @Test
  void limitsEachMethodByItself() {
    var limits = RateLimits.published(1, nanos::get);
    IntStream.range(0, 20).forEach(n -> limits.retryAfterSeconds("users.list", NO_CHANNEL));

    assertEquals(OptionalLong.empty(), limits.retryAfterSeconds("users.info", NO_CHANNEL));
  }

  @Test
  void limitsNothingWhenOff() {
    assertEquals(10_000, taken(RateLimits.off(), "C1", 10_000));
  }

  private static long taken(RateLimits limits, String channel, int calls) {
    return IntStream.range(0, calls)
        .filter(n -> limits.retryAfterSeconds("chat.postMessage", Optional.of(channel)).isEmpty())
        .count();
  }

  private static long seconds(long seconds) {
    return seconds * 1_000_000_000L;
  }
}
