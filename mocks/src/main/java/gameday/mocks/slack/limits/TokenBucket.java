package gameday.mocks.slack.limits;

/** Lets through a steady rate and, after a rest, a burst. Guarded by whoever owns it. */
final class TokenBucket {
  private final double tokensPerNano;
  private final double depth;
  private double tokens;
  private long filledAtNanos;

  TokenBucket(double tokensPerNano, double depth, long nowNanos) {
    this.tokensPerNano = tokensPerNano;
    this.depth = depth;
    this.tokens = depth;
    this.filledAtNanos = nowNanos;
  }

  /** 0 if a token was taken, or else how many nanoseconds until there is one. */
  long take(long nowNanos) {
    tokens = Math.min(depth, tokens + (nowNanos - filledAtNanos) * tokensPerNano);
    filledAtNanos = nowNanos;
    if (tokens >= 1) {
      tokens--;
      return 0;
    }
    return Math.max(1, (long) Math.ceil((1 - tokens) / tokensPerNano));
  }
}
