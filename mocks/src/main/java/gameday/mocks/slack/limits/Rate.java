package gameday.mocks.slack.limits;

/**
 * How often something may happen.
 *
 * @param perMinute in event time, at least 1
 * @param burst how often at once after a rest, at least 1
 */
record Rate(int perMinute, int burst) {
  private static final double NANOS_PER_MINUTE = 60e9;

  TokenBucket bucket(double speed, long nowNanos) {
    return new TokenBucket(perMinute * speed / NANOS_PER_MINUTE, burst, nowNanos);
  }
}
