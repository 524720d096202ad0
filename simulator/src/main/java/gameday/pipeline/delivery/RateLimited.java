package gameday.pipeline.delivery;

import java.io.IOException;
import java.time.Duration;

/** A look-up was answered "later". */
public final class RateLimited extends IOException {
  private static final long serialVersionUID = 1L;

  private final Duration after;

  public RateLimited(Duration after) {
    super("rate limited for " + after.toSeconds() + " s");
    this.after = after;
  }

  public Duration after() {
    return after;
  }
}
