package gameday.pipeline.delivery;

import java.io.IOException;
import java.time.Duration;

/** A product asked to come later: nothing was read or done. */
public final class RateLimited extends IOException {
  private static final long serialVersionUID = 1L;

  private final Duration after;

  /** The product wants to be left alone for {@code after}. */
  public RateLimited(Duration after) {
    super("rate limited for " + after.toSeconds() + " s");
    this.after = after;
  }

  /** For how long, from when it said so. */
  public Duration after() {
    return after;
  }
}
