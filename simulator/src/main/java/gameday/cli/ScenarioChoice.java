package gameday.cli;

import gameday.checker.RuleBook;
import gameday.gates.Objective;
import gameday.gates.Objectives;
import gameday.gates.Objectives.Reading;
import gameday.scenario.EventPlan;
import gameday.scenario.RulePlan;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.Catalog;
import gameday.scenario.yaml.Fault;
import gameday.scenario.yaml.Loaded;
import gameday.verdict.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    Loaded loaded = Catalog.load(name, overrides);
    List<Fault> faults = new ArrayList<>();
    Optional<Loaded.Good> read =
        switch (loaded) {
          case Loaded.Good good -> Optional.of(good);
          case Loaded.Faulty faulty -> {
            faults.addAll(faulty.faults());
            yield faulty.draft();
          }
        };
    List<Objective> objectives = new ArrayList<>();
    read.ifPresent(
        good -> {
          ownObjectives(good, objectives, faults);
          ownRules(good, faults);
          gates(gates, good.scenario().event(), objectives, faults);
        });
    if (!faults.isEmpty() || read.isEmpty()) {
      throw new Failure(
          ExitCode.USAGE,
          faults.stream().sorted(Fault.IN_FILE_ORDER).map(Fault::toString).toList());
    }
    return new Chosen(read.get().scenario(), objectives);
  }

  private static void ownObjectives(
      Loaded.Good good, List<Objective> objectives, List<Fault> faults) {
    List<String> lines = good.scenario().objectives();
    for (int i = 0; i < lines.size(); i++) {
      switch (Objectives.read(lines.get(i), good.scenario().event())) {
        case Reading.Good read -> objectives.add(read.objective());
        case Reading.Bad bad -> faults.add(good.objectiveFault(i, "objective: " + told(bad)));
      }
    }
  }

  private static void ownRules(Loaded.Good good, List<Fault> faults) {
    List<RulePlan> rules = good.scenario().rules();
    for (int i = 0; i < rules.size(); i++) {
      String id = rules.get(i).id();
      if (RuleBook.ids().contains(id)) {
        faults.add(
            good.ruleFault(
                i, "'%s' is a rule of the process already; give yours another id".formatted(id)));
      }
    }
  }

  private static void gates(
      List<String> gates, EventPlan event, List<Objective> objectives, List<Fault> faults) {
    for (String gate : gates) {
      switch (Objectives.read(gate, event)) {
        case Reading.Good read -> objectives.add(read.objective());
        case Reading.Bad bad ->
            faults.add(new Fault("--gate '" + gate + "'", Optional.empty(), told(bad)));
      }
    }
  }

  private static String told(Reading.Bad bad) {
    return bad.message() + " (at its column " + bad.column() + ")";
  }
}
