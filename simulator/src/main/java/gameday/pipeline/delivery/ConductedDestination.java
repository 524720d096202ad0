package gameday.pipeline.delivery;

import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import java.io.IOException;
import java.util.Optional;

/** A destination reached as the conduct wants it: by the honest one, as if this weren't here. */
public record ConductedDestination(Destination destination, Conduct conduct)
    implements Destination {
  @Override
  public Attempt send(Effect effect) throws InterruptedException {
    Attempt attempt = destination.send(effect);
    return attempt instanceof Attempt.NotNow && !conduct.heedsRetryAfter()
        ? new Attempt.Failed("asked to wait, and didn't")
        : attempt;
  }

  @Override
  public Optional<String> find(Effect effect) throws IOException, InterruptedException {
    if (!conduct.looksBeforeRepeating()) {
      return Optional.empty();
    }
    try {
      return destination.find(effect);
    } catch (RateLimited e) {
      if (conduct.heedsRetryAfter()) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
