package gameday.mocks.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * How often the app may call each method. Rates are event time, so that a compressed rehearsal
 * meets the limits its uncompressed twin meets; {@code Retry-After} is machine time, which is what
 * clients wait in. The figures are in {@code rate-limits.properties}.
 */
public final class RateLimits {
  private static final Pattern RATE =
      Pattern.compile("(?<perMinute>\\d+)/min burst (?<burst>\\d+)");
  private static final String PER_CHANNEL = ".channel";
  private static final double NANOS_PER_MINUTE = 60e9;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final Map<String, Rate> rates;
  private final double speed;
  private final LongSupplier nanoTime;

  /** By method, or method and channel: as many as there are of those. */
  private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

  private RateLimits(Map<String, Rate> rates, double speed, LongSupplier nanoTime) {
    this.rates = rates;
    this.speed = speed;
    this.nanoTime = nanoTime;
  }

  /**
   * Slack's limits.
   *
   * @param speed seconds of event time in one second
   * @param nanoTime the machine's clock, such as {@code System::nanoTime}
   */
  public static RateLimits published(double speed, LongSupplier nanoTime) {
    return new RateLimits(read(), speed, nanoTime);
  }

  /** None. */
  public static RateLimits off() {
    return new RateLimits(Map.of(), 1, () -> 0);
  }

  /**
   * Counts a call.
   *
   * @param channelId if it writes into a channel
   * @return empty if it may go ahead, or how many whole seconds to wait, at least 1
   */
  public OptionalLong retryAfterSeconds(String method, Optional<String> channelId) {
    var perChannel = Optional.ofNullable(rates.get(method + PER_CHANNEL));
    var waitNanos = 0L;
    if (channelId.isPresent() && perChannel.isPresent()) {
      waitNanos = take(method + " " + channelId.get(), perChannel.get());
    }
    if (waitNanos == 0 && rates.containsKey(method)) {
      waitNanos = take(method, rates.get(method));
    }
    return waitNanos == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.ceilDiv(waitNanos, NANOS_PER_SECOND));
  }

  private long take(String bucket, Rate rate) {
    var now = nanoTime.getAsLong();
    return buckets
        .computeIfAbsent(
            bucket,
            key -> new TokenBucket(rate.perMinute() * speed / NANOS_PER_MINUTE, rate.burst(), now))
        .take(now);
  }

  private static Map<String, Rate> read() {
    var lines = new Properties();
    try (var file = RateLimits.class.getResourceAsStream("rate-limits.properties")) {
      lines.load(file);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    var rates = new HashMap<String, Rate>();
    for (var name : lines.stringPropertyNames()) {
      var value = lines.getProperty(name);
      rates.put(name, Rate.of(name, lines.getProperty(value, value)));
    }
    return rates;
  }

  private record Rate(double perMinute, double burst) {
    static Rate of(String name, String text) {
      var matcher = RATE.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "rate-limits.properties: "
                + name
                + " must be a tier or like '50/min burst 50', was "
                + text);
      }
      return new Rate(
          Double.parseDouble(matcher.group("perMinute")),
          Double.parseDouble(matcher.group("burst")));
    }
  }
}
