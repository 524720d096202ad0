package gameday.saboteur;

import static gameday.saboteur.Saboteur.pipeline;

import gameday.pipeline.Conduct;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Saboteurs without manners, or too trusting, at the doors to other programs. */
final class Doors {
  private Doors() {}

  static List<Saboteur> all() {
    return List.of(
        pipeline(
            "acknowledges-too-late",
            "Now and then it takes more than three seconds to acknowledge a webhook.",
            "polite-client",
            Day.SLOW,
            here -> new AcknowledgesLate()),
        pipeline(
            "ignores-retry-after",
            "Told by Slack to come later, it comes again at once.",
            "polite-client",
            Day.RATE_LIMITS,
            here ->
                new Conduct() {
                  @Override
                  public boolean heedsRetryAfter() {
                    return false;
                  }
                }),
        pipeline(
            "believes-forgeries",
            "It believes requests that aren't signed, or by nobody it knows.",
            "forgery-refused",
            Day.INTRUDER,
            here ->
                new Conduct() {
                  @Override
                  public boolean looksAtSignatures() {
                    return false;
                  }
                }),
        pipeline(
            "believes-old-requests",
            "It believes signed requests however old they are, replays of recordings too.",
            "forgery-refused",
            Day.INTRUDER,
            here ->
                new Conduct() {
                  @Override
                  public boolean looksAtTimes() {
                    return false;
                  }
                }));
  }

  /** Seldom, or the whole day would be late. */
  private static final class AcknowledgesLate implements Conduct {
    private static final int SELDOM = 40;

    private final AtomicInteger acknowledged = new AtomicInteger();

    @Override
    public Duration holdsAcknowledgements() {
      return acknowledged.incrementAndGet() % SELDOM == 0
          ? Duration.ofMillis(3_300)
          : Duration.ZERO;
    }
  }
}
