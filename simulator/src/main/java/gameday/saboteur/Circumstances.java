package gameday.saboteur;

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
    long hash = mixed(seed);
    for (int i = 0; i < key.length(); i++) {
      hash = mixed(hash ^ key.charAt(i));
    }
    return (hash >>> 11) * 0x1p-53;
  }

  // One step of SplitMix64 (Steele, Lea and Flood, 2014).
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
