package gameday.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
