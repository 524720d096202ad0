package gameday.mocks.slack.limits;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often the app may call each method. Rates are event time, so that a compressed rehearsal
 * meets the limits its uncompressed twin meets; {@code Retry-After} is machine time, which is what
 * clients wait in. The figures are in {@code rate-limits.properties}; a method that isn't there is
 * of tier 3. Safe for use by many threads.
 */
public final class RateLimits {
  /** The limit of each channel, beside the method's own, is named by the method and this. */
  private static final String PER_CHANNEL = ".channel";

  private static final String TIER_BY_DEFAULT = "tier-3";
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** A bucket that so many others were used after is full again in all but a few cases. */
  private static final int MOST_CHANNELS = 10_000;

  private final Map<String, Rate> rates;
  private final double speed;
  private final LongSupplier nanoTime;

  /** As many as there are methods. */
  private final Map<String, TokenBucket> methods = new HashMap<>();

  private final Map<String, Channels> channels = new HashMap<>();

  private RateLimits(Map<String, Rate> rates, double speed, LongSupplier nanoTime) {
    this.rates = rates;
    this.speed = speed;
    this.nanoTime = nanoTime;
    rates.forEach(
        (name, rate) -> {
          if (name.endsWith(PER_CHANNEL)) {
            var method = name.substring(0, name.length() - PER_CHANNEL.length());
            channels.put(method, new Channels(rate, new LinkedHashMap<>(16, 0.75f, true)));
          }
        });
  }

  /** The limit of each channel for one method, and its buckets, least recently used first. */
  private record Channels(Rate rate, LinkedHashMap<String, TokenBucket> buckets) {}

  /**
   * Slack's limits.
   *
   * @param speed seconds of event time in one second
   * @param nanoTime the machine's clock, such as {@code System::nanoTime}
   */
  public static RateLimits published(double speed, LongSupplier nanoTime) {
    return new RateLimits(RateFile.published(), speed, nanoTime);
  }

  /**
   * Slack's limits, with those in a file of the user's in their place; what the file doesn't name
   * stays as published.
   *
   * @param file in the form of {@code rate-limits.properties}, at most 64 KiB
   * @param speed seconds of event time in one second
   * @param nanoTime the machine's clock, such as {@code System::nanoTime}
   * @throws IllegalArgumentException with a line for each fault, such as {@code
   *     limits.properties:3: expected a method of Slack's or a tier, found 'chat.shout'}
   */
  public static RateLimits of(Path file, double speed, LongSupplier nanoTime) {
    return new RateLimits(RateFile.over(file), speed, nanoTime);
  }

  /** None. */
  public static RateLimits off() {
    return new RateLimits(Map.of(), 1, () -> 0);
  }

  /** Whether each channel has a limit of its own for this method. */
  public boolean arePerChannel(String method) {
    return channels.containsKey(method);
  }

  /**
   * Counts a call.
   *
   * @param channelId if it writes into a channel
   */
  public synchronized Verdict count(String method, Optional<String> channelId) {
    if (rates.isEmpty()) {
      return Verdict.GO;
    }
    var now = nanoTime.getAsLong();
    var ofMethod = channels.get(method);
    if (ofMethod != null && channelId.isPresent()) {
      var waitNanos = take(ofMethod.buckets(), channelId.get(), ofMethod.rate(), now);
      if (ofMethod.buckets().size() > MOST_CHANNELS) {
        ofMethod.buckets().pollFirstEntry();
      }
      if (waitNanos > 0) {
        return new Verdict(Math.ceilDiv(waitNanos, NANOS_PER_SECOND), true);
      }
    }
    var rate = rates.getOrDefault(method, rates.get(TIER_BY_DEFAULT));
    var waitNanos = take(methods, method, rate, now);
    return waitNanos == 0
        ? Verdict.GO
        : new Verdict(Math.ceilDiv(waitNanos, NANOS_PER_SECOND), false);
  }

  private long take(Map<String, TokenBucket> buckets, String name, Rate rate, long now) {
    var bucket = buckets.get(name);
    if (bucket == null) {
      bucket = rate.bucket(speed, now);
      buckets.put(name, bucket);
    }
    return bucket.take(now);
  }

  /**
   * Whether a call may go ahead.
   *
   * @param retryAfterSeconds 0 if it may, or how long to wait, at least 1
   * @param perChannel whether it is the channel that had too much, not the workspace
   */
  public record Verdict(long retryAfterSeconds, boolean perChannel) {
    private static final Verdict GO = new Verdict(0, false);

    /** Whether the call may go ahead. */
    public boolean go() {
      return retryAfterSeconds == 0;
    }
  }
}
