package gameday.pipeline.server;

import gameday.pipeline.Effect;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.Destination;
import java.util.Optional;

/** Stands for a product that isn't there: what an earlier start wanted to say there is refused. */
record Nowhere(String reason) implements Destination {
  @Override
  public Attempt send(Effect effect) {
    return new Attempt.Refused(reason);
  }

  @Override
  public Optional<String> find(Effect effect) {
    return Optional.empty();
  }
}
