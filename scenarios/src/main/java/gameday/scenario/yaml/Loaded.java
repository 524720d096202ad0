package gameday.scenario.yaml;

import gameday.scenario.Scenario;
import gameday.scenario.yaml.Fault.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of reading a scenario. */
public sealed interface Loaded {
  /**
   * A scenario without faults, as far as this room can tell; objectives are only text here.
   *
   * @param source the file's name
   * @param positions where the settings stand, by path such as {@code objectives[0]}
   */
  record Good(Scenario scenario, String source, Map<String, Position> positions) implements Loaded {
    public Good {
      positions = Map.copyOf(positions);
    }

    /** A fault at objective number {@code index}, from 0, for those who read objectives. */
    public Fault objectiveFault(int index, String message) {
      return fault("objectives[" + index + "]", message);
    }

    /** A fault at the id of rule number {@code index}, from 0, for those who know other rules. */
    public Fault ruleFault(int index, String message) {
      return fault("rules[" + index + "].id", message);
    }

    private Fault fault(String path, String message) {
      return new Fault(source, Optional.ofNullable(positions.get(path)), message);
    }
  }

  /**
   * No scenario.
   *
   * @param faults all its faults, in the file's order
   * @param draft what could be read, defaults standing in for the rest, so that objectives can be
   *     judged together with it; empty if the text was no YAML
   */
  record Faulty(List<Fault> faults, Optional<Good> draft) implements Loaded {
    public Faulty {
      faults = List.copyOf(faults);
    }

    Faulty(List<Fault> faults) {
      this(faults, Optional.empty());
    }
  }
}
