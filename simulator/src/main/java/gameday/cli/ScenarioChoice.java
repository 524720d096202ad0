package gameday.cli;

import gameday.gates.Objective;
import gameday.gates.Objectives;
import gameday.gates.Objectives.Reading;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.Catalog;
import gameday.scenario.yaml.Fault;
import gameday.scenario.yaml.Loaded;
import gameday.verdict.ExitCode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, with which changes; read whole, with all its faults at once. */
final class ScenarioChoice {
  @Parameters(
      paramLabel = "SCENARIO",
      description = "A name of the catalogue (see 'gameday scenarios') or the path of a file.")
  private String name;

  @Option(
      names = "--set",
      paramLabel = "path=value",
      description = "Changes one setting, e.g. staff.client-team.agents=8; may be repeated.")
  private List<String> overrides = new ArrayList<>();

  /** A scenario and its objectives, without faults. */
  record Chosen(Scenario scenario, List<Objective> objectives) {}

  /** The name or path as given. */
  String name() {
    return name;
  }

  /** The overrides as given. */
  List<String> overrides() {
    return List.copyOf(overrides);
  }

  /**
   * The scenario, with objectives added by {@code gates}.
   *
   * @throws Failure with every fault of file, overrides and objectives
   */
  Chosen load(List<String> gates) {
    return load(name, overrides, gates);
  }

  /** Likewise, for a scenario that was not chosen by hand. */
  static Chosen load(String name, List<String> overrides, List<String> gates) {
    return switch (Catalog.load(name, overrides)) {
      case Loaded.Faulty faulty -> throw faults(faulty.faults().stream().map(Fault::toString));
      case Loaded.Good good -> withObjectives(good, gates);
    };
  }

  private static Chosen withObjectives(Loaded.Good good, List<String> gates) {
    Scenario scenario = good.scenario();
    List<Objective> objectives = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < scenario.objectives().size(); i++) {
      switch (Objectives.read(scenario.objectives().get(i), scenario.event())) {
        case Reading.Good read -> objectives.add(read.objective());
        case Reading.Bad bad ->
            faults.add(good.objectiveFault(i, "objective: " + told(bad)).toString());
      }
    }
    for (String gate : gates) {
      switch (Objectives.read(gate, scenario.event())) {
        case Reading.Good read -> objectives.add(read.objective());
        case Reading.Bad bad -> faults.add("--gate '" + gate + "': " + told(bad));
      }
    }
    if (!faults.isEmpty()) {
      throw faults(faults.stream());
    }
    return new Chosen(scenario, objectives);
  }

  private static String told(Reading.Bad bad) {
    return bad.message() + " (at its column " + bad.column() + ")";
  }

  private static Failure faults(java.util.stream.Stream<String> faults) {
    return new Failure(ExitCode.USAGE, faults.toList());
  }
}
