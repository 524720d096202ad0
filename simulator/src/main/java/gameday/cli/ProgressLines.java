package gameday.cli;

import gameday.live.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * How a rehearsal goes, for people: one line painted over and over on a terminal; elsewhere a line
 * every 5 s, after two minutes every 60 s.
 */
final class ProgressLines {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final long OFTEN_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long SELDOM_NANOS = Duration.ofSeconds(60).toNanos();
  private static final long SELDOM_AFTER_NANOS = Duration.ofMinutes(2).toNanos();

  private final LocalDateTime eventStart;
  private final PrintWriter out;
  private final boolean paint;
  private final long beganNanos = System.nanoTime();
  private long printedNanos = beganNanos - OFTEN_NANOS;
  private boolean painted;

  ProgressLines(LocalDateTime eventStart, PrintWriter out, boolean paint) {
    this.eventStart = eventStart;
    this.out = out;
    this.paint = paint;
  }

  /** Shows {@code progress} if it is time to. */
  synchronized void show(Progress progress) {
    long now = System.nanoTime();
    long pause = now - beganNanos > SELDOM_AFTER_NANOS ? SELDOM_NANOS : OFTEN_NANOS;
    if (paint) {
      out.print("\r\u001b[2K" + line(progress));
      out.flush();
      painted = true;
    } else if (now - printedNanos >= pause) {
      out.println(line(progress));
      printedNanos = now;
    }
  }

  /** Ends the painted line. */
  synchronized void end() {
    if (painted) {
      out.print("\r\u001b[2K");
      out.flush();
      painted = false;
    }
  }

  String line(Progress now) {
    int open = Math.max(0, now.asked() - now.answered() - now.gaveUp());
    return "%s  asked %d/%d  open %d (bot %d, team %d, csm %d, tech %d)  escalated %d  answered %d  left %d  worst wait %s  %s%s"
        .formatted(
            CLOCK.format(eventStart.plus(now.clock())),
            now.asked(),
            now.planned(),
            open,
            now.withChatbot(),
            now.withClientTeam(),
            now.withCsm(),
            now.withTechSupport(),
            now.escalated(),
            now.answered(),
            now.gaveUp(),
            words(now.longestWait()),
            now.timeLeft().isZero() ? "draining" : words(now.timeLeft()) + " left",
            now.pipelineThere() ? "" : "  PIPELINE GONE");
  }

  private static String words(Duration time) {
    long seconds = time.toSeconds();
    return seconds < 60 ? seconds + " s" : "%d:%02d min".formatted(seconds / 60, seconds % 60);
  }
}
