package gameday.mocks.slack.app;

import gameday.mocks.slack.Ids;
import java.util.concurrent.atomic.AtomicLong;

/** Words that nobody can guess who doesn't know the seed, the same in every run with it. */
final class Secrets {
  private final String seed;
  private final AtomicLong given = new AtomicLong();

  /**
   * @param seed something only Slack and the app know
   */
  Secrets(String seed) {
    this.seed = seed;
  }

  /** A new one. */
  String next(String purpose) {
    return of(purpose + " " + given.getAndIncrement());
  }

  /** The one for {@code purpose}. */
  String of(String purpose) {
    return Ids.hex(seed + " " + purpose);
  }
}
