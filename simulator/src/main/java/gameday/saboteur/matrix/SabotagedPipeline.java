package gameday.saboteur.matrix;

import gameday.contract.PipelineEnvironment;
import gameday.contract.PipelineVariable;
import gameday.pipeline.server.PipelineMain;
import gameday.saboteur.Circumstances;
import gameday.saboteur.Saboteur;
import gameday.saboteur.Saboteurs;
import gameday.verdict.ExitCode;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reference pipeline with a planted fault, as a program. Runs against mocks only: every base
 * URL must be on loopback.
 */
public final class SabotagedPipeline {
  private static final Logger LOG = LoggerFactory.getLogger(SabotagedPipeline.class);

  private static final List<PipelineVariable> PRODUCTS =
      List.of(
          PipelineVariable.SLACK_API_URL,
          PipelineVariable.HELP_CHAT_URL,
          PipelineVariable.MOD_CHAT_URL);

  private SabotagedPipeline() {}

  /**
   * Runs until the process is told to end, and exits with the pipeline's code.
   *
   * @param arguments the saboteur's id, and the seed of its chance
   */
  public static void main(String[] arguments) {
    System.exit(run(System.getenv(), arguments));
  }

  static int run(Map<String, String> environment, String... arguments) {
    PipelineEnvironment told = PipelineEnvironment.of(environment, List.of());
    List<String> faults = new ArrayList<>(strangers(told));
    Optional<Saboteur.Fault.OfPipeline> fault =
        arguments.length == 2 ? fault(arguments[0]) : Optional.empty();
    if (fault.isEmpty()) {
      faults.add("expected the id of a pipeline's saboteur and a seed; see 'gameday saboteurs'");
    }
    if (!faults.isEmpty()) {
      faults.forEach(line -> System.err.println("sabotaged pipeline: " + line));
      return ExitCode.USAGE.code();
    }
    LOG.error(
        "event=SABOTAGED saboteur={} warning=\"this pipeline does wrong on purpose; never use it"
            + " for an event\"",
        arguments[0]);
    double speed = told.value(PipelineVariable.GAMEDAY_SPEED).map(Double::valueOf).orElse(1.0);
    Circumstances here = new Circumstances(Long.parseLong(arguments[1]), speed);
    return PipelineMain.run(environment, List.of(), fault.get().plant().in(here));
  }

  private static Optional<Saboteur.Fault.OfPipeline> fault(String id) {
    return Saboteurs.called(id)
        .map(Saboteur::fault)
        .filter(Saboteur.Fault.OfPipeline.class::isInstance)
        .map(Saboteur.Fault.OfPipeline.class::cast);
  }

  /** What isn't on loopback, a sentence each. What isn't set may have a default elsewhere. */
  private static List<String> strangers(PipelineEnvironment told) {
    List<String> strangers = new ArrayList<>();
    for (PipelineVariable variable : PRODUCTS) {
      String url = told.value(variable).orElse("");
      if (!isOnLoopback(url) && !(variable == PipelineVariable.MOD_CHAT_URL && url.isEmpty())) {
        strangers.add(
            variable
                + " must be a URL on this machine's loopback, was '"
                + url
                + "'; a sabotaged pipeline runs against mocks only");
      }
    }
    return strangers;
  }

  private static boolean isOnLoopback(String url) {
    try {
      String host = URI.create(url).getHost();
      return host != null && InetAddress.getByName(host).isLoopbackAddress();
    } catch (IllegalArgumentException | UnknownHostException e) {
      return false;
    }
  }
}
