package gameday.cli;

import gameday.contract.PipelineEnvironment;
import gameday.preflight.CheckName;
import gameday.preflight.Preflight;
import gameday.preflight.PreflightReport;
import gameday.preflight.PreflightSettings;
import gameday.scenario.Scenario;
import gameday.verdict.ExitCode;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gameday preflight}: whether everybody and everything is there before the event. */
@Command(
    name = "preflight",
    description = {
      "Looks whether everybody and everything is there before the event: invitations, channel,",
      "scopes, webhooks. Takes tokens from the pipeline's environment variables."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 everything is there, 2 something is missing, 5 somebody didn't answer,",
      "  64 usage or configuration."
    })
final class PreflightCommand implements Callable<Integer> {
  private static final Pattern WAIT = Pattern.compile("(\\d{1,4})(s|m)");
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  @Mixin private ScenarioChoice choice;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description = "NAME=value lines, such as pipeline.env; the environment comes before it.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--json", description = "Prints everything as one JSON object.")
  private boolean json;

  @Option(names = "--no-post", description = "Posts no test escalation.")
  private boolean noPost;

  @Option(
      names = "--pipeline-url",
      paramLabel = "URL",
      description = "Looks at a pipeline that runs there as well.")
  private Optional<URI> pipeline = Optional.empty();

  @Option(
      names = "--port",
      description = "Listens there for Slack's events, in the place of a pipeline.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--wait",
      defaultValue = "30s",
      description = "How long an event may take to come; default: ${DEFAULT-VALUE}.")
  private String wait;

  @Option(names = "--only", split = ",", paramLabel = "CHECK", description = "Only these checks.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--skip", split = ",", paramLabel = "CHECK", description = "Not these checks.")
  private List<String> skip = new ArrayList<>();

  @Option(names = "--strict", description = "Counts a warning as something missing.")
  private boolean strict;

  @Option(
      names = {"-q", "--quiet"},
      description = "Prints the verdict only.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Scenario scenario = choice.load(List.of()).scenario();
    PreflightSettings settings = settings(scenario);
    List<String> faults = settings.faults();
    if (!faults.isEmpty()) {
      List<String> told = new ArrayList<>(faults);
      told.add("set it in the environment or in --env-file; --skip leaves checks out");
      throw new Failure(ExitCode.USAGE, told);
    }
    PreflightReport report = Preflight.run(settings);
    ExitCode code = code(report);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(report.json(strict));
    } else if (quiet) {
      out.printf("%s: %s (exit %d)%n", scenario.name(), PreflightTable.told(report), code.code());
    } else {
      out.print(PreflightTable.of(report, strict, choice.name()));
    }
    out.flush();
    return code.code();
  }

  private ExitCode code(PreflightReport report) {
    return switch (report.outcome(strict)) {
      case READY -> ExitCode.PASS;
      case MISSING -> ExitCode.GATE_FAILED;
      case UNKNOWN -> ExitCode.NOT_TRUSTWORTHY;
    };
  }

  private PreflightSettings settings(Scenario scenario) {
    PipelineEnvironment environment =
        PipelineEnvironment.of(System.getenv(), file.stream().toList());
    if (!environment.faults().isEmpty()) {
      throw new Failure(ExitCode.USAGE, environment.faults());
    }
    PreflightSettings settings =
        PreflightSettings.of(scenario, environment.values()).looking(wanted()).waiting(patience());
    settings = pipeline.map(PipelineOptions::checked).map(settings::at).orElse(settings);
    return port.map(PreflightCommand::port).map(settings::listening).orElse(settings);
  }

  private static int port(int port) {
    if (port < 1 || port > 65_535) {
      throw Failure.usage("--port must lie between 1 and 65535, was " + port);
    }
    return port;
  }

  private Set<CheckName> wanted() {
    Set<CheckName> wanted =
        only.isEmpty() ? EnumSet.allOf(CheckName.class) : EnumSet.copyOf(names("--only", only));
    wanted.removeAll(names("--skip", skip));
    if (noPost) {
      wanted.remove(CheckName.SLACK_POST);
    }
    if (wanted.isEmpty()) {
      throw Failure.usage("no check is left to make");
    }
    return wanted;
  }

  private static List<CheckName> names(String option, List<String> words) {
    return words.stream()
        .map(
            word ->
                CheckName.of(word.strip())
                    .orElseThrow(
                        () ->
                            Failure.usage(
                                option + " knows no check '" + word + "'; there are " + known())))
        .toList();
  }

  private static String known() {
    return Arrays.stream(CheckName.values()).map(CheckName::word).collect(Collectors.joining(", "));
  }

  private Duration patience() {
    Matcher given = WAIT.matcher(wait);
    Duration patience =
        given.matches()
            ? Duration.ofSeconds(
                Long.parseLong(given.group(1)) * (given.group(2).equals("m") ? 60 : 1))
            : Duration.ofDays(1);
    if (patience.compareTo(LONGEST_WAIT) > 0) {
      throw Failure.usage("--wait must be 10m at most, written like 30s or 2m, was " + wait);
    }
    return patience;
  }
}
