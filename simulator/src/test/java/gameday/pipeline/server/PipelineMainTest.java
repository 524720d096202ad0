package gameday.pipeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.contract.PipelineEnvironment;
import gameday.pipeline.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineMainTest {
  @Test
  void endsWith64AndPrintsALineForEachFaultOfItsSettings() {
    Map<String, String> environment = Map.of("PORT", "-1", "SLACK_MODE", "pigeon");
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream stderr = System.err;

    int code;
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      code = PipelineMain.run(environment);
    } finally {
      System.setErr(stderr);
    }

    List<String> faults =
        switch (Settings.read(PipelineEnvironment.of(environment))) {
          case Settings.Result.Bad bad -> bad.faults();
          case Settings.Result.Good good -> List.of();
        };
    assertEquals(64, code);
    assertEquals(
        faults.stream().map(fault -> "pipeline: " + fault).toList(),
        written.toString(StandardCharsets.UTF_8).lines().toList());
  }
}
