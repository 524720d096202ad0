package gameday.saboteur;

import gameday.script.KeyedDraw;
import java.time.Duration;

/**
 * What a saboteur is planted into.
 *
 * @param seed all its chance
 * @param speed seconds of event time in a second of machine time
 */
public record Circumstances(long seed, double speed) {
  /** Whether this time is one of {@code share}; the same for the same key. */
  boolean strikes(String key, double share) {
    return draw(key) < share;
  }

  /** One of {@code many}, from 0; the same for the same key. */
  int pick(String key, int many) {
    return (int) (draw(key) * many);
  }

  /**
   * A moment of event time that anybody would call later: people's seconds, and what so many
   * seconds of machine time are at this speed.
   */
  Duration atLeast(Duration peoples, Duration machines) {
    return peoples.plusNanos((long) (machines.toNanos() * speed));
  }

  private double draw(String key) {
    return new KeyedDraw(seed).uniform(key);
  }
}
