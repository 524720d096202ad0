package gameday.judge.sliced;

import gameday.history.Entry;
import gameday.history.jsonl.HistoryLines;
import gameday.history.jsonl.HistoryScan;
import gameday.history.jsonl.Stretch;
import gameday.jsonl.BadLineException;
import gameday.jsonl.LineScan;
import gameday.script.ScriptedQuestion;
import gameday.script.jsonl.ScriptLines;
import gameday.script.jsonl.ScriptScan;
import gameday.script.jsonl.ScriptScan.Placed;
import gameday.slices.Stored;
import gameday.slices.Tied;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A run in a folder; of each line it keeps the place only. */
final class RunInFiles implements Run {
  private final Path script;
  private final Path history;
  private final int threads;
  private Places questions = new Places();
  private Places entries = new Places();

  RunInFiles(Path script, Path history, int threads) {
    this.script = script;
    this.history = history;
    this.threads = threads;
  }

  /** Where lines begin; grows by parts, so that nothing is copied. */
  static final class Places {
    private static final int BITS = 16;

    private final List<long[]> parts = new ArrayList<>();
    private int size;

    void add(long start) {
      if (size == parts.size() << BITS) {
        parts.add(new long[1 << BITS]);
      }
      parts.getLast()[size++ & (1 << BITS) - 1] = start;
    }

    long of(int line) {
      return parts.get(line >>> BITS)[line & (1 << BITS) - 1];
    }

    long[] of(int[] lines) {
      return Arrays.stream(lines).mapToLong(this::of).toArray();
    }
  }

  @Override
  public Optional<String> script(ToIntFunction<ScriptedQuestion> reader) throws IOException {
    questions = new Places();
    ScriptOrder order = new ScriptOrder(script);
    try {
      LineScan.End end =
          ScriptScan.scan(
              script,
              threads,
              Function.identity(),
              some -> {
                for (Placed placed : some) {
                  order.check(placed, reader.applyAsInt(placed.question()), questions);
                  questions.add(placed.start());
                }
              });
      return switch (end) {
        case LineScan.End.Readable readable -> Optional.empty();
        case LineScan.End.Faulty faulty -> Optional.of(faulty.fault());
      };
    } catch (BadLineException bad) {
      return Optional.of(bad.getMessage());
    }
  }

  private record Read(Stretch stretch, Tied tied) {}

  @Override
  public End history(BiConsumer<List<Entry>, Tied> reader) throws IOException {
    entries = new Places();
    LineScan.End end =
        HistoryScan.scan(
            history,
            threads,
            stretch -> new Read(stretch, Tied.of(stretch.entries())),
            read -> {
              for (int i = 0; i < read.stretch.entries().size(); i++) {
                entries.add(read.stretch.start(i));
              }
              reader.accept(read.stretch.entries(), read.tied);
            });
    return switch (end) {
      case LineScan.End.Readable readable -> new End(readable.truncated(), Optional.empty());
      case LineScan.End.Faulty faulty -> new End(false, Optional.of(faulty.fault()));
    };
  }

  @Override
  public Stored stored() throws IOException {
    HistoryLines historyLines = HistoryLines.open(history);
    ScriptLines scriptLines = ScriptLines.open(script);
    return new Stored() {
      @Override
      public List<Entry> entries(int[] sequences) {
        return historyLines.read(entries.of(sequences));
      }

      @Override
      public List<ScriptedQuestion> questions(int[] places) {
        return scriptLines.read(questions.of(places));
      }
    };
  }
}
