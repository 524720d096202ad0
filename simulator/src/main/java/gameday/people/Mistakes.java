package gameday.people;

import gameday.scenario.StaffMistake;
import gameday.script.QuestionId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who gets what wrong. Drawn from the script's seed, the question and the kind of mistake, so that
 * neither the order of things nor another kind of mistake changes it.
 */
final class Mistakes {
  private final long seed;
  private final double share;
  private final Set<StaffMistake> kinds = EnumSet.noneOf(StaffMistake.class);

  Mistakes(long seed, double share, List<StaffMistake> kinds) {
    this.seed = seed;
    this.share = share;
    this.kinds.addAll(kinds);
  }

  boolean happens(StaffMistake kind, QuestionId question) {
    return share > 0 && kinds.contains(kind) && draw(kind, question) < share;
  }

  private double draw(StaffMistake kind, QuestionId question) {
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
