package gameday.pipeline.delivery;

import gameday.pipeline.Effect;
import java.io.IOException;
import java.util.Optional;

/** A product that effects go to. */
public interface Destination {
  /** Tries once, and never again by itself: whoever calls knows when that is due. */
  Attempt send(Effect effect) throws InterruptedException;

  /**
   * Looks whether an earlier try got through; its id if so.
   *
   * @throws IOException if that can't be told now
   */
  Optional<String> find(Effect effect) throws IOException, InterruptedException;
}
