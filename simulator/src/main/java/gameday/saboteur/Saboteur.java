package gameday.saboteur;

import gameday.verdict.Blame;
import java.util.Set;

/**
 * One planted fault.
 *
 * @param id what it does, in lower case with hyphens
 * @param sentence the same, in words a trainer understands
 * @param rule the one rule that must notice
 * @param blame whose fault it must be called
 * @param day what the day must bring
 * @param fault where it is planted
 */
public record Saboteur(String id, String sentence, String rule, Blame blame, Day day, Fault fault) {
  /** Where a fault is planted. */
  public sealed interface Fault {
    /** Into the pipeline. */
    record OfPipeline(Plant plant) implements Fault {}

    /**
     * Into the people.
     *
     * @param mistakes what they get wrong, in the words of a scenario's {@code mistakes}
     */
    record OfStaff(Set<String> mistakes) implements Fault {
      public OfStaff {
        mistakes = Set.copyOf(mistakes);
      }
    }
  }

  /** The pipeline does wrong. */
  static Saboteur pipeline(String id, String sentence, String rule, Day day, Plant plant) {
    return new Saboteur(id, sentence, rule, Blame.PIPELINE, day, new Fault.OfPipeline(plant));
  }

  /** The pipeline does wrong, on a day on which nothing else goes wrong. */
  static Saboteur pipeline(String id, String sentence, String rule, Plant plant) {
    return pipeline(id, sentence, rule, Day.PLAIN, plant);
  }
}
