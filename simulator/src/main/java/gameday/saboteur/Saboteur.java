package gameday.saboteur;

import gameday.scenario.StaffMistake;
import gameday.verdict.Blame;

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

    /** Into the people, who get one thing wrong as often as they can. */
    record OfStaff(StaffMistake mistake) implements Fault {}
  }

  /** The staff do wrong. */
  static Saboteur staff(String id, String sentence, String rule, Day day, StaffMistake mistake) {
    return new Saboteur(id, sentence, rule, Blame.STAFF, day, new Fault.OfStaff(mistake));
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
