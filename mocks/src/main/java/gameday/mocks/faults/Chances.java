package gameday.mocks.faults;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A fault that is on, with a stream of chance of its own: the n-th thing it may hit meets the same
 * fate whatever other faults and other targets do. Safe for use by many threads.
 */
final class Chances<F extends Fault> {
  private final F fault;
  private final String word;
  private final long stream;
  private final AtomicLong asked = new AtomicLong();

  /**
   * @param serial how many faults of this kind the target had before
   */
  Chances(long seed, String target, F fault, long serial) {
    this.fault = fault;
    this.word = fault.word();
    this.stream = mixed(mixed(seed) ^ mixed((target + " " + word).hashCode()) + serial);
  }

  F fault() {
    return fault;
  }

  /** The fault's word. */
  String word() {
    return word;
  }

  /** Chance for the next thing it may hit. */
  SplittableRandom next() {
    return new SplittableRandom(mixed(stream + asked.getAndIncrement()));
  }

  /** The finalizer of SplitMix64, which makes near seeds far. */
  private static long mixed(long value) {
    var z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
