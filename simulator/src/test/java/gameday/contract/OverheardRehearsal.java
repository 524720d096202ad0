package gameday.contract;

import gameday.history.Happening.RunEnded.Reason;
import gameday.live.LiveOutcome;
import gameday.live.LiveRehearsal;
import gameday.live.LiveSettings;
import gameday.live.News;
import gameday.live.PipelineChoice;
import gameday.scenario.Scenario;
import gameday.scenario.yaml.Catalog;
import gameday.scenario.yaml.Loaded;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A short rehearsal with the reference pipeline, and everything that came to its door. */
final class OverheardRehearsal {
  private OverheardRehearsal() {}

  /** A scenario of two minutes with a dozen questions in both chats. */
  static Scenario scenario(List<String> overrides) {
    Path file = Path.of("src/test/resources/gameday/cli/tiny.yaml");
    return switch (Catalog.load(file.toString(), overrides)) {
      case Loaded.Good good -> good.scenario();
      case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }

  static List<Between.Exchange> play(Path folder, String provider) throws IOException {
    Scenario scenario =
        scenario(
            List.of(
                "help-chat.provider=" + provider,
                // Nobody leaves before the end, however slow this machine is at the moment.
                "audiences.attendees.patience=4h",
                "audiences.speakers.patience=4h"));
    Script script = ScriptDraw.draw(scenario);
    try (Between between = new Between();
        Starting starting = new Starting(between, folder)) {
      LiveOutcome outcome =
          LiveRehearsal.run(
              LiveSettings.of(
                      scenario,
                      script,
                      scenario.speed(),
                      folder,
                      new PipelineChoice.Running(between.url()))
                  .cold()
                  .announcing(starting));
      // What counts is that everything was played; on a busy machine somebody may still wait then.
      if (!Set.of(Reason.DRAINED, Reason.STILL_OPEN).contains(outcome.reason())) {
        throw new AssertionError(outcome);
      }
      return List.copyOf(between.exchanges);
    }
  }

  /** Does what a user does who is told the variables: starts the pipeline with them. */
  private static final class Starting implements News, AutoCloseable {
    private final Between between;
    private final Path folder;
    private Optional<ReferenceProgram> program = Optional.empty();

    Starting(Between between, Path folder) {
      this.between = between;
      this.folder = folder;
    }

    @Override
    public void mustKnow(List<String> variables, Path file) {
      Map<String, String> environment = new HashMap<>();
      for (String variable : variables) {
        String[] parts = variable.split("=", 2);
        environment.put(parts[0], parts[1]);
      }
      try {
        program =
            Optional.of(
                ReferenceProgram.start(
                    environment, between.target(), folder.resolve("reference.log").toFile()));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    @Override
    public void leavesOut(String sentence) {}

    @Override
    public void close() {
      program.ifPresent(ReferenceProgram::close);
    }
  }
}
