package gameday.mocks.slack.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    IntStream.range(0, 20).forEach(n -> slow.count("users.list", NO_CHANNEL));
    IntStream.range(0, 20).forEach(n -> quick.count("users.list", NO_CHANNEL));

    assertEquals(3, slow.count("users.list", NO_CHANNEL).retryAfterSeconds());
    assertEquals(1, quick.count("users.list", NO_CHANNEL).retryAfterSeconds());

    nanos.set(seconds(1) / 20 + 1);
    assertTrue(quick.count("users.list", NO_CHANNEL).go());
    assertEquals(3, slow.count("users.list", NO_CHANNEL).retryAfterSeconds());
  }

  @Test
  void limitsEachMethodByItself() {
    var limits = RateLimits.published(1, nanos::get);
    IntStream.range(0, 20).forEach(n -> limits.count("users.list", NO_CHANNEL));

    assertTrue(limits.count("users.info", NO_CHANNEL).go());
  }

  @Test
  void limitsNothingWhenOff() {
    assertEquals(10_000, taken(RateLimits.off(), "C1", 10_000));
  }

  @Test
  void putsMethodsWithoutALineIntoTierThree() {
    var limits = RateLimits.published(1, nanos::get);

    var taken = IntStream.range(0, 60).filter(n -> limits.count("new.method", NO_CHANNEL).go());

    assertEquals(50, taken.count());
  }

  @Test
  void takesRatesFromAFile(@TempDir Path dir) throws Exception {
    var file = Files.writeString(dir.resolve("mine"), "chat.postMessage.channel = 60/min burst 2");

    var limits = RateLimits.of(file, 1, nanos::get);

    assertEquals(2, taken(limits, "C1", 100));
  }

  @Test
  void saysWhetherTheChannelOrTheWorkspaceHadTooMuch() {
    var limits = RateLimits.published(1, nanos::get);
    taken(limits, "C0", 100);

    var channel = limits.count("chat.postMessage", Optional.of("C0"));
    IntStream.range(1, 100).forEach(n -> taken(limits, "C" + n, 40));
    var workspace = limits.count("chat.postMessage", Optional.of("C100"));

    assertTrue(channel.perChannel());
    assertEquals(1, channel.retryAfterSeconds());
    assertFalse(workspace.perChannel());
    assertFalse(workspace.go());
    assertTrue(limits.arePerChannel("chat.postMessage"));
    assertFalse(limits.arePerChannel("chat.update"));
  }

  @Test
  void remembersTheChannelsThatWereUsedLast(@TempDir Path dir) throws Exception {
    var file = Files.writeString(dir.resolve("mine"), "special = 999999/min burst 999999");
    var limits = RateLimits.of(file, 1, nanos::get);
    taken(limits, "old", 40);
    taken(limits, "used", 40);

    IntStream.range(0, 9_999).forEach(n -> taken(limits, "C" + n, 1));
    assertEquals(0, taken(limits, "used", 1));
    IntStream.range(0, 2).forEach(n -> taken(limits, "D" + n, 1));

    assertEquals(40, taken(limits, "old", 100));
    assertEquals(0, taken(limits, "used", 1));
  }

  private static long taken(RateLimits limits, String channel, int calls) {
    return IntStream.range(0, calls)
        .filter(n -> limits.count("chat.postMessage", Optional.of(channel)).go())
        .count();
  }

  private static long seconds(long seconds) {
    return seconds * 1_000_000_000L;
  }
}
