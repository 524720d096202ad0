package gameday.evidence;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.PipelineReady;
import gameday.history.Happening.WebhookDelivered;
import gameday.history.Happening.WebhookMeddled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** When the scenario's faults were on, as the history tells it. */
public final class FaultWindows {
  /** What a pipeline crash hits, in a history's words. */
  public static final String PIPELINE = "pipeline";

  /** Slack, in a history's words. */
  public static final String SLACK = "slack";

  private static final Set<String> GONE = Set.of("outage", "crash");
  private static final String CRASH = "crash";
  private static final String SLOW = "slow";
  private static final String STALE_CLOCK = "stale-clock";

  /** Faults that keep nobody from anything, or only from single webhooks, which are told. */
  private static final Set<String> HARMLESS =
      Set.of(
          STALE_CLOCK,
          "duplicated-webhooks",
          "repeated-webhooks",
          "reordered-webhooks",
          "delayed-webhooks",
          "lost-webhooks",
          "intruder");

  /**
   * A time during which something was in the way.
   *
   * @param on what was hit
   * @param kind the fault, in the scenario's words
   * @param toNanos the run's end if the fault never ended
   * @param about the only conversation, or Slack thread, that was hit; empty if all were
   */
  public record Window(
      String on, String kind, long fromNanos, long toNanos, Optional<String> about) {
    boolean covers(long atNanos) {
      return fromNanos <= atNanos && atNanos <= toNanos;
    }

    boolean isIn(Way way) {
      return way.targets().contains(on) && about.stream().allMatch(way.conversations()::contains);
    }
  }

  /** What hit everybody, in order. */
  private final List<Window> windows;

  /** When a product's clock was wrong: whatever it dated then looks older or newer than it is. */
  private final List<Window> misdating;

  /** What hit one conversation or Slack thread only, by its id, in order. */
  private final Map<String, List<Window>> single;

  private final Meddlings meddlings;
  private final Tolerance tolerance;

  private FaultWindows(
      List<Window> inOrder, List<Window> misdating, Meddlings meddlings, Tolerance tolerance) {
    this.windows = inOrder.stream().filter(window -> window.about().isEmpty()).toList();
    this.misdating = List.copyOf(misdating);
    this.single =
        inOrder.stream()
            .filter(window -> window.about().isPresent())
            .collect(Collectors.groupingBy(window -> window.about().get()));
    this.meddlings = meddlings;
    this.tolerance = tolerance;
  }

  /** Follows the faults of a history, entry by entry. */
  static final class Following {
    private final Meddlings meddlings = new Meddlings();
    private final List<Window> windows = new ArrayList<>();
    private final List<Window> misdating = new ArrayList<>();
    private final List<Entry> open = new ArrayList<>();
    private final List<Window> restarting = new ArrayList<>();

    void read(Entry entry) {
      switch (entry.what()) {
        case FaultBegan began -> {
          if (!HARMLESS.contains(began.kind()) || began.kind().equals(STALE_CLOCK)) {
            open.add(entry);
          }
        }
        case FaultEnded ended -> close(ended, entry.atNanos());
        case PipelineReady back -> {
          // A crashed pipeline is back when it answers, not when its process was started.
          restarting.forEach(
              w -> windows.add(window(w.on(), w.kind(), w.fromNanos(), entry.atNanos())));
          restarting.clear();
        }
        case WebhookMeddled meddled -> meddlings.meddled(meddled, entry);
        case WebhookDelivered delivered -> meddlings.delivered(delivered, entry);
        case Happening other -> {}
      }
    }

    private void close(FaultEnded ended, long atNanos) {
      for (Entry entry : open) {
        FaultBegan began = (FaultBegan) entry.what();
        if (began.on().equals(ended.on()) && began.kind().equals(ended.kind())) {
          Window window = window(began.on(), began.kind(), entry.atNanos(), atNanos);
          of(began.kind()).add(window);
          open.remove(entry);
          return;
        }
      }
    }

    private List<Window> of(String kind) {
      return switch (kind) {
        case CRASH -> restarting;
        case STALE_CLOCK -> misdating;
        default -> windows;
      };
    }

    FaultWindows end(long endNanos, Tolerance tolerance) {
      meddlings.end(endNanos);
      List<Window> all = new ArrayList<>(meddlings.windows());
      List<Window> wrong = new ArrayList<>(misdating);
      all.addAll(windows);
      all.addAll(restarting);
      for (Entry entry : open) {
        FaultBegan began = (FaultBegan) entry.what();
        (began.kind().equals(STALE_CLOCK) ? wrong : all)
            .add(window(began.on(), began.kind(), entry.atNanos(), endNanos));
      }
      all.sort(Comparator.comparingLong(Window::fromNanos));
      return new FaultWindows(all, wrong, meddlings, tolerance);
    }
  }

  private static Window window(String on, String kind, long fromNanos, long toNanos) {
    return new Window(on, kind, fromNanos, toNanos, Optional.empty());
  }

  /** Whether nothing was ever in anybody's way. */
  public boolean isEmpty() {
    return windows.isEmpty() && single.isEmpty() && misdating.isEmpty();
  }

  /** The windows in the way, in order of their beginning. */
  private List<Window> in(Way way) {
    if (isEmpty()) {
      return List.of();
    }
    List<Window> in = new ArrayList<>();
    windows.stream().filter(window -> window.isIn(way)).forEach(in::add);
    int common = in.size();
    for (String conversation : way.conversations()) {
      single.getOrDefault(conversation, List.of()).stream()
          .filter(window -> window.isIn(way))
          .forEach(in::add);
    }
    if (in.size() > common) {
      in.sort(Comparator.comparingLong(Window::fromNanos));
    }
    return in;
  }

  /** Whether a fault in the {@code way} was on then, give or take a recording's jitter. */
  public boolean covers(long atNanos, Way way) {
    long jitter = tolerance.recordingNanos();
    return in(way).stream()
        .anyMatch(
            w -> w.covers(atNanos) || w.covers(atNanos - jitter) || w.covers(atNanos + jitter));
  }

  /**
   * When nothing is in the {@code way} any more of what happened then: at once if nothing was, give
   * or take a recording's jitter.
   */
  public long clear(long atNanos, Way way) {
    long clear = atNanos;
    for (Window window : in(way)) {
      if (window.fromNanos() <= clear + tolerance.recordingNanos() && clear <= window.toNanos()) {
        clear = window.toNanos();
      }
    }
    return clear;
  }

  /** Whether a fault in the {@code way} was on at any time between the two. */
  public boolean touches(long fromNanos, long toNanos, Way way) {
    return in(way).stream().anyMatch(w -> w.fromNanos() <= toNanos && fromNanos <= w.toNanos());
  }

  /** Whether the clock of {@code on} was wrong at any time between the two. */
  public boolean misdates(String on, long fromNanos, long toNanos) {
    return misdating.stream()
        .anyMatch(w -> w.on().equals(on) && w.fromNanos() <= toNanos && fromNanos <= w.toNanos());
  }

  /** Whether any webhook about a conversation was kept from the pipeline by then. */
  public boolean hasWithheld(long byNanos) {
    return single.values().stream().anyMatch(windows -> windows.get(0).fromNanos() <= byNanos);
  }

  /** Whether answers of {@code on} took longer then. */
  public boolean isSlow(String on, long atNanos) {
    return windows.stream()
        .anyMatch(w -> w.kind().equals(SLOW) && w.on().equals(on) && w.covers(atNanos));
  }

  /**
   * Whether an attempt to deliver was signed at a time that nobody believes, because a fault had
   * put the product's clock wrong.
   */
  public boolean isStale(Entry delivered) {
    return meddlings.isStale(delivered);
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
   * end of each fault that stands in the {@code way}, plus a retry's pause. A fault that is over by
   * then counts as well while a client may still be in that pause.
   */
  public long latest(long dueNanos, Way way) {
    long latest = dueNanos + tolerance.lateNanos();
    for (Window window : in(way)) {
      if (window.fromNanos() <= latest && dueNanos <= window.toNanos() + tolerance.retryNanos()) {
        latest =
            Math.max(latest, window.toNanos() + tolerance.retryNanos() + tolerance.lateNanos());
      }
    }
    return latest;
  }
}
