package gameday.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.contract.PipelineVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts the pipeline themselves is told what it must know, in words a shell takes. */
class PipelineUrlTest {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void printsTheVariablesForAShellAndWaits() throws Exception {
    Path out = Files.createDirectory(folder.resolve("my runs"));
    try (Child child =
        Child.start(
            folder,
            "run",
            Program.tiny(),
            "--out",
            out.toString(),
            "--pipeline-url",
            "http://127.0.0.1:9")) {

      await().atMost(STARTS_WITHIN).until(() -> child.out().contains("5 min at most"));
      List<String> printed =
          child.out().lines().filter(line -> line.matches("[A-Z_]+=.*")).toList();
      String file = Files.readString(out.resolve("latest").resolve("pipeline.env"));
      child.signal("INT");
      int code = child.awaitEnd(STARTS_WITHIN);

      assertEquals(130, code, child.err());
      assertEquals(
          Arrays.stream(PipelineVariable.values())
              .filter(variable -> !variable.isOwn())
              .map(Enum::name)
              .toList(),
          printed.stream().map(line -> line.split("=")[0]).toList());
      assertEquals(printed, file.lines().toList());
      String event = sourced(out.resolve("latest/pipeline.env"), "$PORT $GAMEDAY_EVENT");
      assertTrue(event.startsWith("9 " + out + "/tiny/"), event);
      assertTrue(Files.exists(Path.of(event.strip().substring(2))), event);
    }
  }

  private static String sourced(Path file, String shown) throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", "set -a; . \"$1\"; echo \"" + shown + "\"", "sh", "" + file)
            .start();
    try (var said = shell.inputReader()) {
      assertTrue(shell.waitFor(10, TimeUnit.SECONDS));
      return String.join("\n", said.lines().toList());
    }
  }
}
