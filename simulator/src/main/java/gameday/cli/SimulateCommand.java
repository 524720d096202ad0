package gameday.cli;

import gameday.campaign.Seeds;
import gameday.report.RunFiles;
import gameday.report.UnwritableRunFolderException;
import gameday.saboteur.Saboteur;
import gameday.saboteur.Saboteurs;
import gameday.scenario.Scenario;
import gameday.script.UnknownQuestionsException;
import gameday.trial.Examination;
import gameday.trial.Rehearsal;
import gameday.trial.Trial;
import gameday.trial.TrialDraw;
import gameday.verdict.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gameday simulate}: days in virtual time. */
@Command(
    name = "simulate",
    description = {
      "Plays a scenario in virtual time, many seeds with faults drawn for each, judges every day,",
      "and makes the days that fail small."
    },
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 1024;

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..1",
      description = "A name of the catalogue or the path of a file: ${DEFAULT-VALUE}.",
      defaultValue = "fault-storm")
  private String name;

  @Option(
      names = "--set",
      paramLabel = "path=value",
      description = "Changes one setting of the scenario; may be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Option(names = "--faults", description = "Draws faults for every seed and looks for violations.")
  private boolean faults;

  @Option(
      names = "--seeds",
      paramLabel = "SEEDS",
      description = "Such as 17, 1..1000 or 3,8..12; default: 1..1000.")
  private Optional<String> seeds = Optional.empty();

  @Option(
      names = "--as-written",
      description = "Plays the scenario's own faults and draws none; default seed: the scenario's.")
  private boolean asWritten;

  @Option(
      names = "--no-vary",
      description = "Keeps the scenario's help chat, way and route instead of drawing them.")
  private boolean steady;

  @Option(names = "--threads", description = "How many days at once; default: one a core.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--stop-after",
      paramLabel = "N",
      description = "After how many failing seeds it stops: ${DEFAULT-VALUE}.")
  private int stopAfter = 5;

  @Option(
      names = "--sabotage",
      paramLabel = "ID",
      description = "Plants a fault into the pipeline, which must be found.")
  private Optional<String> sabotage = Optional.empty();

  @Option(names = "--no-shrink", description = "Leaves failing days as they are.")
  private boolean unshrunk;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Where failing days go; default: runs/simulate/SCENARIO.")
  private Optional<Path> keep = Optional.empty();

  @Option(names = "--json", paramLabel = "FILE", description = "Writes what came of it as JSON.")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints the verdict only.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  private final Engine engine;

  SimulateCommand() {
    this(new VirtualEngine());
  }

  SimulateCommand(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Integer call() throws IOException {
    checkOptions();
    Scenario scenario = ScenarioChoice.load(name, overrides, List.of()).scenario();
    Seeds chosen = seeds(scenario);
    Repeating repeating = new Repeating(name, overrides, flags(), sabotage);
    Rehearsal rehearsal = engine.with(saboteur());
    KeptDays kept =
        new KeptDays(
            keep.orElse(Path.of("runs", "simulate", scenario.name())), rehearsal, repeating);
    TrialDraw drawn = new TrialDraw(scenario, !steady);
    FaultSimulation simulation =
        new FaultSimulation(
            new FaultSimulation.Plan(
                scenario,
                asWritten ? seed -> Trial.asWritten(scenario, seed) : drawn::draw,
                chosen,
                threads,
                stopAfter,
                !unshrunk),
            new Examination(rehearsal),
            kept,
            new SimulationProgress(spec.commandLine().getErr(), Terminal.isThere(), quiet));
    announce(scenario, chosen);
    return conclude(run(simulation, scenario), chosen, repeating).code();
  }

  private FaultSimulation.Result run(FaultSimulation simulation, Scenario scenario) {
    Interruption interruption = new Interruption(simulation::interrupt);
    try {
      return simulation.run();
    } catch (UnknownQuestionsException e) {
      throw Failure.usage(scenario.name() + ": " + e.getMessage());
    } catch (IOException e) {
      throw Failure.usage(
          "cannot keep failing days: "
              + RunFolder.reason(e)
              + "; choose another folder with --keep");
    } finally {
      interruption.over();
    }
  }

  private ExitCode conclude(FaultSimulation.Result result, Seeds chosen, Repeating repeating) {
    PrintWriter out = spec.commandLine().getOut();
    SimulationText text = new SimulationText(result, repeating);
    out.print(quiet ? text.verdict() : text.whole());
    out.flush();
    if (!quiet) {
      // Standard output is the same whenever the same seeds are tried; how fast it was is not.
      spec.commandLine().getErr().print(SimulationText.pace(result.tally(), result.pace()));
      spec.commandLine().getErr().flush();
    }
    try {
      json.ifPresent(file -> RunFiles.write(file, SimulationJson.of(result, chosen, repeating)));
    } catch (UnwritableRunFolderException e) {
      throw new Failure(ExitCode.NOT_TRUSTWORTHY, List.of(e.getMessage()));
    }
    return result.exitCode();
  }

  private void announce(Scenario scenario, Seeds chosen) {
    if (quiet) {
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s: %s%n", scenario.name(), scenario.title());
    String days =
        asWritten
            ? "as written, no faults drawn"
            : "faults drawn by seed; "
                + (steady
                    ? "help chat, way and route as written"
                    : "help chat, way and route drawn too (--no-vary keeps the scenario's)");
    out.printf("seeds %s: %s%n", chosen, days);
    sabotage.ifPresent(id -> out.printf("sabotaged: %s%n", id));
    out.println();
    out.flush();
  }

  private void checkOptions() {
    if (!faults) {
      throw Failure.usage(
          "simulate can look for violations under drawn faults, and nothing else yet; give --faults");
    }
    if (threads < 1 || threads > MOST_THREADS) {
      throw Failure.usage("--threads must be from 1 to " + MOST_THREADS + ", was " + threads);
    }
    if (stopAfter < 1) {
      throw Failure.usage("--stop-after must be at least 1, was " + stopAfter);
    }
  }

  private Seeds seeds(Scenario scenario) {
    if (seeds.isEmpty()) {
      return asWritten ? Seeds.of(scenario.seed()) : Seeds.read("1..1000");
    }
    try {
      return Seeds.read(seeds.get());
    } catch (IllegalArgumentException e) {
      throw Failure.usage("--seeds: " + e.getMessage());
    }
  }

  private List<String> flags() {
    List<String> flags = new ArrayList<>();
    if (asWritten) {
      flags.add("--as-written");
    }
    if (steady) {
      flags.add("--no-vary");
    }
    return flags;
  }

  private Optional<Saboteur> saboteur() {
    return sabotage.map(
        id ->
            Saboteurs.called(id)
                .filter(found -> found.fault() instanceof Saboteur.Fault.OfPipeline)
                .orElseThrow(
                    () ->
                        Failure.usage(
                            "no saboteur in the pipeline is called '%s'; there are %s"
                                .formatted(id, known()))));
  }

  private static String known() {
    return Saboteurs.all().stream()
        .filter(saboteur -> saboteur.fault() instanceof Saboteur.Fault.OfPipeline)
        .map(Saboteur::id)
        .collect(Collectors.joining(", "));
  }
}
