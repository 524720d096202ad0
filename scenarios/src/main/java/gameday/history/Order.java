package gameday.history;

import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunStarted;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What a history promises of the order of its entries, checked one by one: sequences are 0, 1, 2,
 * …; the run's start stands first and nowhere else, and nothing stands after its end; time doesn't
 * go back, but for {@link #LATEST_TOLD} if the clock is the wall's.
 */
public final class Order {
  /**
   * How late something may be told on the wall's clock, machine time: who acts notes the time
   * before the call and tells after it, and a call takes as long as HTTP clients are patient.
   */
  public static final Duration LATEST_TOLD = Duration.ofMinutes(2);

  private static final String WALL = "wall";

  private long entries;
  private boolean ended;
  private long latest = Long.MIN_VALUE;
  private long mayGoBack;

  /** The first fault of a whole history; empty if there is none. */
  public static Optional<String> firstFault(History history) {
    Order order = new Order();
    for (Entry entry : history.entries()) {
      Optional<String> fault = order.next(entry);
      if (fault.isPresent()) {
        return fault.map(it -> "entry " + entry.sequence() + ": " + it);
      }
    }
    return Optional.empty();
  }

  /** Whether the run's end was there already. */
  public boolean hasEnded() {
    return ended;
  }

  /** What is wrong with the next entry: what was expected, and what was found. */
  public Optional<String> next(Entry entry) {
    if (entry.sequence() != entries) {
      return Optional.of("seq must be " + entries + ", was " + entry.sequence());
    }
    if (ended) {
      return Optional.of("nothing may follow run-ended, found " + word(entry.what()));
    }
    boolean starts = entry.what() instanceof RunStarted;
    if (starts != (entries == 0)) {
      return Optional.of(
          starts
              ? "run-started must stand first, was entry " + entries
              : "the first entry must be run-started, was " + word(entry.what()));
    }
    if (entry.what() instanceof RunStarted started) {
      mayGoBack = started.clock().equals(WALL) ? LATEST_TOLD.toNanos() : 0;
    } else if (entry.atNanos() < latest - mayGoBack) {
      return Optional.of(
          "at must be %d at least, was %d: time doesn't go back"
              .formatted(latest - mayGoBack, entry.atNanos()));
    }
    entries++;
    ended = entry.what() instanceof RunEnded;
    latest = Math.max(latest, entry.atNanos());
    return Optional.empty();
  }

  private static String word(Happening what) {
    return what.getClass()
        .getSimpleName()
        .replaceAll("(?<=.)([A-Z])", "-$1")
        .toLowerCase(Locale.ROOT);
  }
}
