package gameday.script;

/**
 * A draw for a key, without a stream: the same whenever and in whatever order it is asked for, for
 * what is only decided while a script is played.
 *
 * @param seed all its chance
 */
public record KeyedDraw(long seed) {
  /** Uniform in [0, 1); the same for the same key. */
  public double uniform(String key) {
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
