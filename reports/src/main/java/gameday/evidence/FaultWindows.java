package gameday.evidence;

import gameday.history.Entry;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.PipelineReady;
import gameday.history.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** When the scenario's faults were on, as the history tells it. */
public final class FaultWindows {
  /** What a pipeline crash hits, in a history's words. */
  public static final String PIPELINE = "pipeline";

  /** Slack, in a history's words. */
  public static final String SLACK = "slack";

  private static final Set<String> GONE = Set.of("outage", "crash");

  /** One fault; {@code toNanos} is the run's end if the fault never ended. */
  public record Window(String on, String kind, long fromNanos, long toNanos) {
    boolean covers(long atNanos) {
      return fromNanos <= atNanos && atNanos <= toNanos;
    }
  }

  private final List<Window> windows;
  private final Tolerance tolerance;

  private FaultWindows(List<Window> windows, Tolerance tolerance) {
    this.windows = windows;
    this.tolerance = tolerance;
  }

  static FaultWindows of(History history, long endNanos, Tolerance tolerance) {
    List<Window> windows = new ArrayList<>();
    List<Entry> open = new ArrayList<>();
    List<Window> restarting = new ArrayList<>();
    for (Entry entry : history.entries()) {
      if (entry.what() instanceof FaultBegan) {
        open.add(entry);
      } else if (entry.what() instanceof FaultEnded ended) {
        close(open, ended, entry.atNanos(), windows, restarting);
      } else if (entry.what() instanceof PipelineReady) {
        // A crashed pipeline is back when it answers, not when its process was started.
        restarting.forEach(
            w -> windows.add(new Window(w.on(), w.kind(), w.fromNanos(), entry.atNanos())));
        restarting.clear();
      }
    }
    windows.addAll(restarting);
    for (Entry entry : open) {
      FaultBegan began = (FaultBegan) entry.what();
      windows.add(new Window(began.on(), began.kind(), entry.atNanos(), endNanos));
    }
    windows.sort(Comparator.comparingLong(Window::fromNanos));
    return new FaultWindows(List.copyOf(windows), tolerance);
  }

  private static void close(
      List<Entry> open,
      FaultEnded ended,
      long atNanos,
      List<Window> windows,
      List<Window> restarting) {
    for (Entry entry : open) {
      FaultBegan began = (FaultBegan) entry.what();
      if (began.on().equals(ended.on()) && began.kind().equals(ended.kind())) {
        Window window = new Window(began.on(), began.kind(), entry.atNanos(), atNanos);
        (began.on().equals(PIPELINE) ? restarting : windows).add(window);
        open.remove(entry);
        return;
      }
    }
  }

  /** Whether a fault on one of {@code targets} was on then, give or take a recording's jitter. */
  public boolean covers(long atNanos, Set<String> targets) {
    long jitter = tolerance.recordingNanos();
    return windows.stream()
        .anyMatch(
            w ->
                targets.contains(w.on())
                    && (w.covers(atNanos)
                        || w.covers(atNanos - jitter)
                        || w.covers(atNanos + jitter)));
  }

  /** Whether a fault on one of {@code targets} was on at any time between the two. */
  public boolean touches(long fromNanos, long toNanos, Set<String> targets) {
    return windows.stream()
        .anyMatch(
            w -> targets.contains(w.on()) && w.fromNanos() <= toNanos && fromNanos <= w.toNanos());
  }

  /**
   * How much of the time between the two something was gone altogether: an outage, or the pipeline
   * after a crash. That is the scenario's time, not a machine's slowness.
   */
  public long goneNanos(long fromNanos, long toNanos) {
    long gone = 0;
    long until = fromNanos;
    for (Window window : windows) {
      if (GONE.contains(window.kind())) {
        long from = Math.max(until, window.fromNanos());
        long to = Math.min(toNanos, window.toNanos());
        gone += Math.max(0, to - from);
        until = Math.max(until, Math.min(toNanos, window.toNanos()));
      }
    }
    return gone;
  }

  /**
   * The latest moment for something due at {@code dueNanos}: with the tolerance, and put off to the
   * end of each fault on one of {@code targets} that stands in the way, plus a retry's pause.
   */
  public long latest(long dueNanos, Set<String> targets) {
    long latest = dueNanos + tolerance.lateNanos();
    for (Window window : windows) {
      boolean inTheWay =
          targets.contains(window.on())
              && window.fromNanos() <= latest
              && dueNanos <= window.toNanos();
      if (inTheWay) {
        latest =
            Math.max(latest, window.toNanos() + tolerance.retryNanos() + tolerance.lateNanos());
      }
    }
    return latest;
  }
}
