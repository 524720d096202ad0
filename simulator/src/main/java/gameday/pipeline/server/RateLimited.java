package gameday.pipeline.server;

import java.io.IOException;
import java.time.Duration;

/** A look-up was answered "later". */
final class RateLimited extends IOException {
  private static final long serialVersionUID = 1L;

  private final Duration after;

  RateLimited(Duration after) {
    super("rate limited for " + after.toSeconds() + " s");
    this.after = after;
  }

  Duration after() {
    return after;
  }
}
