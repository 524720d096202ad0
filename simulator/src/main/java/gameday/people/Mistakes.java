package gameday.people;

import gameday.script.QuestionId;

/**
 * Who gets what wrong. Drawn from the script's seed, the question and the kind of mistake, so that
 * neither the order of things nor another kind of mistake changes it.
 */
final class Mistakes {
  enum Kind {
    /** An agent escalates what the Client team could answer. */
    ESCALATES_WITHOUT_NEED,
    /** An agent leaves out the affected page. */
    LEAVES_OUT_PAGE,
    /** A CSM calls Tech Support for what a CSM could answer. */
    CALLS_TECH_SUPPORT_WITHOUT_NEED
  }

  private final long seed;
  private final double share;

  Mistakes(long seed, double share) {
    this.seed = seed;
    this.share = share;
  }

  boolean happens(Kind kind, QuestionId question) {
    return share > 0 && draw(kind, question) < share;
  }

  private double draw(Kind kind, QuestionId question) {
    long hash = mixed(seed);
    String key = kind.name() + ' ' + question.value();
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
