package gameday.saboteur.matrix;

import gameday.history.History;
import gameday.history.jsonl.HistoryReader;
import gameday.live.LiveOutcome;
import gameday.live.LiveRehearsal;
import gameday.live.LiveSettings;
import gameday.live.PipelineChoice;
import gameday.saboteur.Saboteur;
import gameday.scenario.Scenario;
import gameday.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Plays against a real process, with the mocks around it. One at a time in a JVM.
 *
 * @param folder where runs leave their files
 * @param honest how the reference pipeline is started, when nothing is planted in it
 * @param faster how many times as fast as the day itself wants to be played; the faster, the more
 *     coarsely deadlines are judged
 */
public record LivePlayer(Path folder, PipelineChoice honest, double faster) implements Player {
  /** What a saboteur has spoilt never comes to its end, so nobody waits for long. */
  private static final Duration ALLOWANCE = Duration.ofMinutes(11);

  @Override
  public History play(Scenario scenario, Script script, Optional<Saboteur> saboteur)
      throws IOException {
    String who = saboteur.map(Saboteur::id).orElse("honest");
    Files.createDirectories(folder);
    Path here = Files.createTempDirectory(folder, who + "-" + script.seed() + "-");
    PipelineChoice pipeline =
        saboteur
            .filter(one -> one.fault() instanceof Saboteur.Fault.OfPipeline)
            .map(one -> sabotaged(one, script.seed()))
            .orElse(honest);
    LiveOutcome outcome =
        LiveRehearsal.run(
            LiveSettings.of(scenario, script, scenario.speed() * faster, here, pipeline)
                .cold()
                .allowing(ALLOWANCE));
    return switch (HistoryReader.read(outcome.history())) {
      case HistoryReader.Read.Readable readable -> readable.history();
      case HistoryReader.Read.Faulty faulty -> throw new IOException(faulty.fault());
    };
  }

  private static PipelineChoice sabotaged(Saboteur saboteur, long seed) {
    return PipelineChoice.ofJava(SabotagedPipeline.class, saboteur.id(), Long.toString(seed));
  }
}
