package gameday.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.contract.PipelineVariable;
import gameday.live.OpenStage;
import gameday.mocks.MockSettings;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.verdict.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gameday mocks}: Slack, a help chat and Mod chat, for people who build a pipeline. */
@Command(
    name = "mocks",
    description = "Starts Slack, a help chat and Mod chat alone, to build a pipeline against.",
    mixinStandardHelpOptions = true)
final class MocksCommand implements Callable<Integer> {
  /** Where Bolt listens unless told otherwise. */
  private static final String PIPELINE = "http://127.0.0.1:3000";

  private static final long LOOK_AGAIN_SECONDS = 2;
  private static final int TOKEN_BYTES = 16;

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..1",
      defaultValue = "smoke",
      description = "Whose event, staff and sessions are there; default: ${DEFAULT-VALUE}.")
  private String name;

  @Option(
      names = "--set",
      paramLabel = "path=value",
      description = "Changes one setting, e.g. help-chat=smartloop; may be repeated.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--seed",
      description = "Ids and secrets follow from it; default: the scenario's.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "Seconds of event time in a second: for rate limits and retries; default: 1.")
  private double speed;

  @Option(
      names = "--port",
      defaultValue = "7070",
      description = "Where to listen; 0 for any free port; default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on; anything but loopback lets other machines in.")
  private String host;

  @Option(
      names = "--pipeline-url",
      paramLabel = "URL",
      defaultValue = PIPELINE,
      description = "Where webhooks and events go; default: ${DEFAULT-VALUE}.")
  private URI pipeline;

  @Mixin private MockOptions different;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Below it, in mocks/, everything is recorded: ${DEFAULT-VALUE}.")
  private Path out = Path.of("runs");

  @Option(names = "--json", description = "Prints base URLs and secrets as one JSON object.")
  private boolean json;

  @Option(
      names = "--admin",
      description = "Adds a page, and its calls, to look at everything and to act as anybody.")
  private boolean admin;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Scenario scenario = ScenarioChoice.load(name, overrides, List.of()).scenario();
    MockSettings settings = settings();
    PipelineOptions.checked(pipeline);
    Script script = Drawing.of(scenario, seed.orElse(scenario.seed()));
    Path folder = RunFolder.aside(out, "mocks", script.seed(), Instant.now());
    try (OpenStage stage = OpenStage.open(scenario, script, settings, folder)) {
      stage.connect(pipeline);
      print(stage, script.seed(), folder);
      stay(stage);
      return 0;
    } catch (UncheckedIOException taken) {
      throw new Failure(ExitCode.NOT_TRUSTWORTHY, List.of(taken.getMessage()));
    }
  }

  private MockSettings settings() {
    if (port < 0 || port > 65_535) {
      throw Failure.usage("--port must lie between 0 and 65535, was " + port);
    }
    try {
      MockSettings settings = MockSettings.standard().speed(speed).port(port).host(host);
      return different.in(admin ? settings.admin(freshToken()) : settings);
    } catch (IllegalArgumentException wrong) {
      throw Failure.usage("--" + wrong.getMessage());
    }
  }

  /** Not from the seed: who knows the seed must not know the token. */
  private static String freshToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void print(OpenStage stage, long drawn, Path folder) throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    Map<String, String> environment = stage.environment();
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("url", stage.url().toString());
      all.put("seed", drawn);
      all.put("pipeline", pipeline.toString());
      all.put("folder", folder.toString());
      stage.page().ifPresent(page -> all.put("page", page.toString()));
      all.put("environment", inOrder(environment));
      terminal.println(new ObjectMapper().writeValueAsString(all));
      return;
    }
    terminal.println("seed " + drawn);
    terminal.println("mocks are up on " + stage.url() + "; Ctrl-C ends them");
    terminal.println();
    inOrder(environment).forEach((variable, value) -> terminal.println(variable + "=" + value));
    terminal.println();
    terminal.println("the same as a file to source: " + folder.resolve("pipeline.env"));
    terminal.println("webhooks and events go to " + pipeline + " (--pipeline-url)");
    terminal.println(
        stage
            .page()
            .map(page -> "look and act by hand: " + page)
            .orElse("a page to look and act by hand: start with --admin"));
    terminal.println("everything is recorded in " + folder.resolve("history.jsonl"));
  }

  private static Map<String, String> inOrder(Map<String, String> environment) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (PipelineVariable variable : PipelineVariable.values()) {
      if (environment.containsKey(variable.name())) {
        ordered.put(variable.name(), environment.get(variable.name()));
      }
    }
    return ordered;
  }

  /** Until somebody ends the program; tells once when the pipeline is there. */
  private void stay(OpenStage stage) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Interruption interruption = new Interruption(ended::countDown);
    boolean there = false;
    while (!ended.await(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS)) {
      if (!there && stage.answersTheChallenge(pipeline)) {
        there = true;
        if (!json) {
          spec.commandLine().getOut().println(pipeline + " answered Slack's challenge");
        }
      }
    }
    stage.close();
    interruption.over();
  }
}
