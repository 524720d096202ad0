package gameday.people;

import gameday.scenario.StaffMistake;
import gameday.script.KeyedDraw;
import gameday.script.QuestionId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who gets what wrong. Drawn from the script's seed, the question and the kind of mistake, so that
 * neither the order of things nor another kind of mistake changes it.
 */
final class Mistakes {
  private final KeyedDraw chance;
  private final double share;
  private final Set<StaffMistake> kinds = EnumSet.noneOf(StaffMistake.class);

  Mistakes(long seed, double share, List<StaffMistake> kinds) {
    this.chance = new KeyedDraw(seed);
    this.share = share;
    this.kinds.addAll(kinds);
  }

  boolean happens(StaffMistake kind, QuestionId question) {
    return share > 0 && kinds.contains(kind) && draw(kind, question) < share;
  }

  private double draw(StaffMistake kind, QuestionId question) {
    return chance.uniform(kind.name() + ' ' + question.value());
  }
}
