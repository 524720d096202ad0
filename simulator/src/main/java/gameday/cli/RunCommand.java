package gameday.cli;

import gameday.history.Happening.RunEnded.Reason;
import gameday.live.LiveOutcome;
import gameday.live.LiveRehearsal;
import gameday.live.LiveSettings;
import gameday.live.News;
import gameday.live.PipelineChoice;
import gameday.live.Progress;
import gameday.mocks.MockSettings;
import gameday.report.RunReport;
import gameday.report.Visible;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.EffectiveYaml;
import gameday.script.Script;
import gameday.script.jsonl.ScriptFile;
import gameday.verdict.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gameday run}: a live rehearsal. */
@Command(
    name = "run",
    description = "Rehearses a scenario live against a pipeline, then judges it.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Mixin private ScenarioChoice choice;
  @Mixin private PipelineOptions pipeline;
  @Mixin private MockOptions different;
  @Mixin private Judging judging;

  @Option(names = "--seed", description = "The day's seed; default: the scenario's.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--speed",
      description = "Seconds of event time in a second; default: the scenario's.")
  private Optional<Double> speed = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where run folders go: ${DEFAULT-VALUE}.")
  private Path out = Path.of("runs");

  @Option(names = "--dry-run", description = "Shows what would be played, and plays nothing.")
  private boolean dryRun;

  @Option(names = "--gatling-report", description = "Lets Gatling write its own pages as well.")
  private boolean gatlingReport;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ScenarioChoice.Chosen chosen = choice.load(judging.gates());
    Scenario scenario = chosen.scenario();
    double pace = speed.orElse(scenario.speed());
    if (!(pace > 0 && pace <= 10_000)) {
      throw Failure.usage("--speed must be above 0 and at most 10000, was " + pace);
    }
    PipelineChoice partner = pipeline.choice();
    MockSettings mocks = different.in(MockSettings.standard().speed(pace).port(pipeline.port()));
    Script script = Drawing.of(scenario, seed.orElse(scenario.seed()));
    Announcement.print(spec.commandLine().getOut(), scenario, script, pace, judging.isQuiet());
    if (dryRun) {
      return 0;
    }
    Instant started = Instant.now();
    Path folder = RunFolder.create(out, scenario.name(), script.seed(), started);
    try {
      Files.writeString(folder.resolve(StoredRun.SCENARIO), EffectiveYaml.write(scenario));
      ScriptFile.write(script, folder.resolve(StoredRun.SCRIPT));
      LiveSettings settings =
          LiveSettings.of(scenario, script, pace, folder, partner)
              .on(mocks)
              .reportingByGatling(gatlingReport);
      return rehearse(chosen, settings, started).code();
    } catch (IOException | UncheckedIOException e) {
      IOException cause = e instanceof UncheckedIOException u ? u.getCause() : (IOException) e;
      throw new Failure(
          ExitCode.NOT_TRUSTWORTHY,
          List.of("the run in " + folder + " could not go on: " + RunFolder.reason(cause)));
    }
  }

  private ExitCode rehearse(ScenarioChoice.Chosen chosen, LiveSettings settings, Instant started)
      throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    Scenario scenario = settings.scenario();
    Script script = settings.script();
    Path folder = settings.folder();
    ProgressLines lines =
        new ProgressLines(scenario.event().starts(), terminal, Terminal.isThere());
    Consumer<Progress> listener = judging.isQuiet() ? ignored -> {} : lines::show;
    News news = judging.isQuiet() ? News.NONE : new NewsLines(pipeline.url(), terminal);
    LiveRehearsal rehearsal = new LiveRehearsal(settings.telling(listener).announcing(news));
    Interruption interruption = new Interruption(rehearsal::interrupt);
    try {
      LiveOutcome outcome = rehearsal.run();
      lines.end();
      if (outcome.reason() == Reason.ABORTED) {
        spec.commandLine().getErr().println("gameday: " + Visible.text(outcome.detail()));
      }
      Duration wall = Duration.between(started, Instant.now());
      return judging.conclude(
          new Judging.Case(
              scenario,
              chosen.objectives(),
              script,
              StoredRun.history(folder).history(),
              settings.speed(),
              folder,
              origin(settings, started, wall),
              List.of()),
          terminal);
    } finally {
      interruption.over();
    }
  }

  private RunReport.Origin origin(LiveSettings settings, Instant started, Duration wall) {
    StringBuilder repeat =
        new StringBuilder(
            Called.command() + " run " + choice.name() + " --seed " + settings.script().seed());
    speed.ifPresent(pace -> repeat.append(" --speed ").append(pace));
    choice.overrides().forEach(one -> repeat.append(" --set ").append(one));
    return new RunReport.Origin(
        Version.word(),
        started,
        wall,
        settings.folder().toString(),
        repeat.toString(),
        Called.command() + " check " + settings.folder(),
        Called.command() + " explain " + settings.folder());
  }
}
