package gameday.cli;

import gameday.campaign.Tally;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** How a simulation goes: a line painted over and over on a terminal, elsewhere one every 5 s. */
final class SimulationProgress {
  private static final long PAINT_NANOS = Duration.ofMillis(200).toNanos();
  private static final long PRINT_NANOS = Duration.ofSeconds(5).toNanos();

  private final PrintWriter out;
  private final boolean paint;
  private final boolean quiet;
  private long shownNanos = System.nanoTime();
  private boolean painted;

  SimulationProgress(PrintWriter out, boolean paint, boolean quiet) {
    this.out = out;
    this.paint = paint;
    this.quiet = quiet;
  }

  void show(Tally tally, long seeds) {
    if (isDue()) {
      line(
          String.format(
              Locale.ROOT,
              "%,d of %,d seeds, %,d questions, %d failing",
              tally.seeds(),
              seeds,
              tally.questions(),
              tally.failures().size()));
    }
  }

  void shrinking(long seed, int tries) {
    if (isDue()) {
      line("shrinking seed " + seed + ": " + tries + " days tried");
    }
  }

  private boolean isDue() {
    return !quiet && System.nanoTime() - shownNanos >= (paint ? PAINT_NANOS : PRINT_NANOS);
  }

  private void line(String text) {
    shownNanos = System.nanoTime();
    if (paint) {
      out.print("\r\u001b[2K" + text);
      out.flush();
      painted = true;
    } else {
      out.println(text);
    }
  }

  /** Ends the painted line. */
  void end() {
    if (painted) {
      out.print("\r\u001b[2K");
      out.flush();
      painted = false;
    }
  }
}
