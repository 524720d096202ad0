package gameday.pipeline.record;

import gameday.pipeline.Effect;
import gameday.pipeline.Signal;
import java.util.List;

/**
 * Something learnt, before it has a time.
 *
 * @param key names the fact, as {@link gameday.pipeline.Input#key} does
 */
public record Arrival(String key, Signal signal) {
  /** What is to be learnt of an effect that stands under {@code id}: nothing if nobody waits. */
  public static List<Arrival> ofStanding(Effect effect, String id) {
    return effect.isAwaited()
        ? List.of(new Arrival("posted:" + effect.key(), new Signal.Posted(effect.key(), id)))
        : List.of();
  }

  /** What is to be learnt of an effect that never will stand. */
  public static Arrival ofRefused(Effect effect, String reason) {
    return new Arrival(
        "undeliverable:" + effect.key(), new Signal.Undeliverable(effect.key(), reason));
  }
}
