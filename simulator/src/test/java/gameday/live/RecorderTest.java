package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.RunEnded;
import gameday.history.History;
import gameday.history.jsonl.HistoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
  private static final Happening START = new Happening.RunStarted("small", 1, 60, "wall");
  private static final RunEnded END = new RunEnded(RunEnded.Reason.DRAINED, "done");

  @TempDir Path folder;

  private final LiveClock clock = new LiveClock(1);
  private final long zero = System.nanoTime() - Duration.ofMinutes(1).toNanos();

  @Test
  void writesInOrderOfTimeAndTiesInOrderOfTelling() throws IOException {
    Path file = folder.resolve("history.jsonl");
    try (Recorder recorder = new Recorder(file, clock)) {
      clock.begin(zero);
      recorder.record(zero, START);
      recorder.record(zero + 30, ready("third"));
      recorder.record(zero + 10, ready("first"));
      recorder.record(zero + 30, ready("fourth"));
      recorder.record(zero + 20, ready("second"));
      recorder.end(END);
    }

    List<Entry> entries = read(file).entries();
    assertEquals(
        List.of(START, ready("first"), ready("second"), ready("third"), ready("fourth"), END),
        entries.stream().map(Entry::what).toList());
    assertEquals(
        List.of(0L, 10L, 20L, 30L, 30L), entries.stream().map(Entry::atNanos).limit(5).toList());
  }

  @Test
  void flushesWhatIsOldEnoughAndHoldsBackTheRest() throws IOException {
    Path file = folder.resolve("history.jsonl");
    try (Recorder recorder = new Recorder(file, clock)) {
      recorder.record(zero, ready("old"));
      recorder.flush();
      long beforeZeroIsKnown = lines(file, "old");
      clock.begin(zero);
      recorder.record(System.nanoTime() + TimeUnit.MINUTES.toNanos(1), ready("new"));
      recorder.flush();

      assertEquals(0, beforeZeroIsKnown);
      assertEquals(1, lines(file, "old"));
      assertEquals(0, lines(file, "new"));
      recorder.end(END);
    }
    assertEquals(1, lines(file, "new"));
  }

  @Test
  void recordsNothingAfterTheEnd() throws IOException {
    Path file = folder.resolve("history.jsonl");
    try (Recorder recorder = new Recorder(file, clock)) {
      recorder.record(START);
      recorder.end(END);
      recorder.record(ready("too late"));
      recorder.end(END);
    }

    assertEquals(List.of(START, END), read(file).entries().stream().map(Entry::what).toList());
  }

  private static Happening ready(String how) {
    return new Happening.PipelineReady(how);
  }

  private static long lines(Path file, String word) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> line.contains(word)).count();
  }

  private static History read(Path file) throws IOException {
    return assertInstanceOf(HistoryReader.Read.Readable.class, HistoryReader.read(file)).history();
  }
}
