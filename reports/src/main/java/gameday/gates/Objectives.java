package gameday.gates;

import gameday.scenario.EventPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Objectives as read from their lines.
 *
 * @param objectives those that could be read, in order
 * @param faults what is wrong with the others, one sentence each, such as {@code objective 2,
 *     column 11: unknown metric 'first-respons'; write 'first-response'}; empty if nothing is
 */
public record Objectives(List<Objective> objectives, List<String> faults) {
  public Objectives {
    objectives = List.copyOf(objectives);
    faults = List.copyOf(faults);
  }

  /** Reads all lines; {@code event} has the sessions they may name. */
  public static Objectives read(List<String> lines, EventPlan event) {
    List<Objective> objectives = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      switch (read(lines.get(i), event)) {
        case Reading.Good good -> objectives.add(good.objective());
        case Reading.Bad bad ->
            faults.add("objective %d, column %d: %s".formatted(i + 1, bad.column(), bad.message()));
      }
    }
    return new Objectives(objectives, faults);
  }

  /** Reads one line. */
  public static Reading read(String line, EventPlan event) {
    try {
      return new Reading.Good(new ObjectiveParser(line, event).parse());
    } catch (ObjectiveParser.Fault fault) {
      return new Reading.Bad(fault.column(), fault.getMessage());
    }
  }

  /** What became of a line. */
  public sealed interface Reading {
    /** It is an objective. */
    record Good(Objective objective) implements Reading {}

    /** It is none; {@code column} counts from 1. */
    record Bad(int column, String message) implements Reading {}
  }
}
