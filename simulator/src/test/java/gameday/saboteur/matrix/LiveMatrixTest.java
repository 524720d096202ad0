package gameday.saboteur.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.live.PipelineChoice;
import gameday.pipeline.server.PipelineMain;
import gameday.saboteur.Saboteur;
import gameday.saboteur.Saboteurs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Saboteurs against a real process. Every build plays a few; {@code mvn verify -Pbench} the whole
 * matrix on three seeds.
 */
class LiveMatrixTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "takes-a-similar-channel",
        "mixes-up-similar-askers",
        "lets-strangers-into-mod-chat"
      })
  void eachIsCaughtByItsOwnRuleAndByNoOther(String id) throws Exception {
    Saboteur saboteur = Saboteurs.called(id).orElseThrow();

    Trial trial = Matrix.trial(player(2), saboteur.day(), 1, Optional.of(saboteur));

    assertEquals(List.of(), trial.faults().stream().filter(LiveMatrixTest::counts).toList());
  }

  @Test
  @Tag("bench")
  void wholeMatrixIsAsItMustBe() throws Exception {
    List<Trial> wrong = new ArrayList<>();
    Matrix matrix =
        Matrix.play(
            player(1),
            Saboteurs.all(),
            List.of(1L, 2L, 3L),
            trial -> {
              if (!trial.isRight()) {
                wrong.add(trial);
              }
            });

    System.out.println(MatrixText.sentence(matrix));
    assertEquals(List.of(), matrix.faults());
    assertEquals(List.of(), wrong);
  }

  /** A machine with much else to do breaks these rules, whatever the pipeline does. */
  private static boolean counts(String fault) {
    return !fault.startsWith("on-time was raised") && !fault.startsWith("polite-client was raised");
  }

  private Player player(double faster) {
    return new LivePlayer(folder, new PipelineChoice.Command(honest()), faster);
  }

  private static List<String> honest() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        LiveMatrixTest.class.getName());
  }

  /** The honest pipeline as a program. */
  public static void main(String[] arguments) {
    System.exit(PipelineMain.run(System.getenv()));
  }
}
