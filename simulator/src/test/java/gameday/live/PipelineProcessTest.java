package gameday.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineProcessTest {
  private static final int TIMES = 20;

  private final List<Boolean> expected = new CopyOnWriteArrayList<>();

  private PipelineProcess process(Path dir, String... command) {
    return new PipelineProcess(
        List.of(command),
        Map.of(),
        dir.resolve("pipeline.log"),
        (byUs, code) -> expected.add(byUs));
  }

  @Test
  void expectsTheExitOfWhatItKilledHoweverSoonTheNextOneStarts(@TempDir Path dir) throws Exception {
    try (PipelineProcess process = process(dir, "sleep", "600")) {
      for (int time = 0; time < TIMES; time++) {
        process.start();
        process.kill();
      }

      await().until(() -> expected.size() == TIMES);
      assertEquals(Collections.nCopies(TIMES, true), expected);
    }
  }

  @Test
  void doesNotExpectWhatEndsByItself(@TempDir Path dir) throws Exception {
    try (PipelineProcess process = process(dir, "sleep", "0")) {
      process.start();

      await().until(() -> !expected.isEmpty());
      assertEquals(List.of(false), expected);
    }
  }

  @Test
  void letsAChildOfAShellTidyUpThoughTheShellIsGoneAtOnce(@TempDir Path dir) throws Exception {
    Path tidy = dir.resolve("tidy");
    String child = "trap 'sleep 0.5; echo done > " + tidy + "; exit 0' TERM; ";
    String waiting = "echo up; while true; do sleep 0.1; done";
    try (PipelineProcess process =
        process(dir, "sh", "-c", "bash -c \"" + child + waiting + "\" & wait")) {
      process.start();
      await().until(() -> Files.readString(dir.resolve("pipeline.log")).contains("up"));
      process.rememberChildren();
    }

    assertEquals("done\n", Files.readString(tidy));
  }

  @Test
  void endsTheChildrenOfAShellThatIsGoneAlready(@TempDir Path dir) throws Exception {
    try (PipelineProcess process = process(dir, "sh", "-c", "sleep 600 & echo $!; sleep 1")) {
      process.start();
      await().until(() -> Files.readString(dir.resolve("pipeline.log")).endsWith("\n"));
      process.rememberChildren();
      await().until(() -> !process.isAlive());
    }

    long child = Long.parseLong(Files.readString(dir.resolve("pipeline.log")).strip());
    await().until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void killsWhoDoesNotEndWhenAsked(@TempDir Path dir) throws Exception {
    try (PipelineProcess process =
        process(dir, "bash", "-c", "trap '' TERM; echo up; while true; do sleep 0.1; done")) {
      process.start();
      await().until(() -> Files.readString(dir.resolve("pipeline.log")).contains("up"));
    }

    await().until(() -> expected.equals(List.of(true)));
  }
}
