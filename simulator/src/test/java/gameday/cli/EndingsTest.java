package gameday.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.cli.AwkwardPipeline.Habit;
import gameday.history.Happening.RunEnded;
import gameday.history.jsonl.HistoryReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the program ends when somebody or something ends it. */
class EndingsTest {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(15);

  @TempDir Path folder;

  @Test
  void writesEverythingWhenInterruptedOrTerminated() throws Exception {
    Path interrupted = Files.createDirectory(folder.resolve("int"));
    Path terminated = Files.createDirectory(folder.resolve("term"));
    try (Child one = slowRun(interrupted);
        Child other = slowRun(terminated)) {
      await().atMost(STARTS_WITHIN).until(() -> hasAsked(interrupted) && hasAsked(terminated));
      one.signal("INT");
      other.signal("TERM");

      assertEquals(130, one.awaitEnd(ENDS_WITHIN), one.err());
      assertEquals(143, other.awaitEnd(ENDS_WITHIN), other.err());

      assertEquals("", one.err() + other.err());
      assertTrue(one.out().contains("The run was interrupted"), one.out());
    }
    assertInterrupted(latest(interrupted));
    assertInterrupted(latest(terminated));
    assertEquals(130, Program.run("check", latest(interrupted).toString()).code());
  }

  @Test
  void saysInOneLineThatItsDiskIsFull() throws Exception {
    // A limit to the size of files acts like a full disk, but on this process alone.
    List<String> smallDisk = List.of("bash", "-c", "ulimit -f 8; exec \"$@\"", "bash");
    try (Child child =
        Child.start(
            smallDisk,
            folder,
            "run",
            Program.tiny(),
            "-q",
            "--speed",
            "480",
            "--out",
            folder.toString(),
            "--pipeline",
            AwkwardPipeline.command(Habit.SHIRKS))) {

      assertEquals(5, child.awaitEnd(STARTS_WITHIN), child.err());

      assertEquals(1, child.err().lines().count(), child.err());
      assertTrue(child.err().contains("could not go on: "), child.err());
    }
  }

  @Test
  void namesAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      Program.Ran ran =
          Program.run("run", Program.tiny(), "-q", "--out", folder.toString(), "--port", port);

      assertEquals(5, ran.code());
      assertEquals(1, ran.errLines().size(), ran::err);
      assertTrue(ran.err().contains("port " + port), ran::err);
    }
  }

  private static Child slowRun(Path folder) throws IOException {
    return Child.start(
        folder, "run", Program.tiny(), "--speed", "5", "--out", folder.resolve("runs").toString());
  }

  private static Path latest(Path folder) {
    return folder.resolve("runs").resolve("latest");
  }

  private static boolean hasAsked(Path folder) throws IOException {
    Path history = latest(folder).resolve("history.jsonl");
    return Files.exists(history) && Files.readString(history).contains("\"kind\":\"asked\"");
  }

  private static void assertInterrupted(Path run) throws IOException {
    switch (HistoryReader.read(run.resolve("history.jsonl"))) {
      case HistoryReader.Read.Readable readable -> {
        assertFalse(readable.truncated());
        assertEquals(
            RunEnded.Reason.INTERRUPTED, readable.history().ended().orElseThrow().reason());
      }
      case HistoryReader.Read.Faulty faulty -> throw new AssertionError(faulty.fault());
    }
    assertEquals(
        130,
        new ObjectMapper().readTree(run.resolve("run.json").toFile()).path("exitCode").asInt());
  }
}
