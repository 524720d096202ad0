package gameday.bench;

import com.sun.management.OperatingSystemMXBean;
import gameday.history.jsonl.HistoryScan;
import gameday.judge.sliced.SlicedJudge;
import gameday.judge.sliced.SlicedJudge.Result;
import gameday.rehearsed.Horizon;
import gameday.script.jsonl.ScriptScan;
import gameday.verdict.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Locale;

/** One measurement, in a process of its own: parses or judges a run, and prints what it took. */
final class JudgingRun {
  private static final int THREADS = 2;

  private JudgingRun() {}

  /** With {@code parse} or {@code judge}, a script and a history. */
  public static void main(String[] args) throws IOException {
    Path script = Path.of(args[1]);
    Path history = Path.of(args[2]);
    long began = System.nanoTime();
    String found = args[0].equals("parse") ? parse(script, history) : judge(script, history);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%.2f %.2f %d %s",
            (System.nanoTime() - began) / 1e9,
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
                / 1e9,
            peakMebibytes(),
            found));
  }

  private static String parse(Path script, Path history) throws IOException {
    long[] counts = new long[2];
    ScriptScan.scan(script, THREADS, some -> some.size(), count -> counts[0] += count);
    HistoryScan.scan(history, THREADS, some -> some.entries().size(), n -> counts[1] += n);
    return counts[0] + " questions, " + counts[1] + " entries";
  }

  private static String judge(Path script, Path history) throws IOException {
    return switch (SlicedJudge.judge(Horizon.scenario(), script, history, THREADS)) {
      case Result.Rules rules -> {
        rules
            .rules()
            .forEach(
                rule -> {
                  if (rule.outcome() == Outcome.FAIL) {
                    throw new AssertionError(rule.violations().get(0));
                  }
                });
        yield rules.read().questions() + " questions, " + rules.read().entries() + " entries";
      }
      case Result.Faulty faulty -> throw new AssertionError(faulty.fault());
    };
  }

  /** What the heap held at most, garbage included: never more than it was given. */
  private static long peakMebibytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        >> 20;
  }
}
