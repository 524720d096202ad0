package gameday.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The visits of one run, in order of their intended moments, and the run's end. */
final class VisitorPlan {
  /** So many users come in that second after the player's start. */
  record Bucket(long second, int users) {}

  /** How long before its moment a user is there at least, machine time. */
  static final Duration EARLY = Duration.ofSeconds(1);

  private final String baseUrl;
  private final LiveClock clock;
  private final List<Visit> visits;
  private final Queue<Visit> toCome;
  private final AtomicInteger open;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private volatile boolean stopped;

  /**
   * @param baseUrl where the chats' calls go
   * @param visits in any order; none before event time zero
   */
  VisitorPlan(String baseUrl, LiveClock clock, List<Visit> visits) {
    this.baseUrl = baseUrl;
    this.clock = clock;
    this.visits = visits.stream().sorted(Comparator.comparing(Visit::at)).toList();
    this.toCome = new ConcurrentLinkedQueue<>(this.visits);
    this.open = new AtomicInteger(this.visits.size());
    if (this.visits.isEmpty()) {
      end.complete(null);
    }
  }

  String baseUrl() {
    return baseUrl;
  }

  int size() {
    return visits.size();
  }

  /** Sets event time zero, unless somebody has. */
  void begin(long nanoTime) {
    clock.begin(nanoTime);
  }

  /** How long before its moment a user opens the chat's window, event time. */
  static Duration lead(double speed) {
    return Duration.ofNanos(Math.round(EARLY.toNanos() * speed));
  }

  /** The next visitor to come; as many as there are visits. */
  Visitor nextToCome() {
    Visit visit = toCome.poll();
    if (visit == null) {
      throw new IllegalStateException("more users than visits");
    }
    return new Visitor(visit, clock);
  }

  /**
   * Users in whole seconds of wall time. A bucket comes when its second begins, counted from a
   * start that lies {@link #EARLY} before event time zero: so each user is there in time to open
   * the chat's window before its moment.
   */
  List<Bucket> buckets() {
    List<Bucket> buckets = new ArrayList<>();
    for (Visit visit : visits) {
      long second = (long) (visit.at().toNanos() / clock.speed() / 1e9);
      if (buckets.isEmpty() || buckets.getLast().second() != second) {
        buckets.add(new Bucket(second, 1));
      } else {
        buckets.set(buckets.size() - 1, new Bucket(second, buckets.getLast().users() + 1));
      }
    }
    return buckets;
  }

  /** One visitor has left; the last one ends the run. */
  void left() {
    if (open.decrementAndGet() == 0) {
      end.complete(null);
    }
  }

  /** Ends the run now, whoever is still there or still to come. */
  void stop() {
    stopped = true;
    end.complete(null);
  }

  boolean isStopped() {
    return stopped;
  }

  /** Completes when the last visitor has left, or at {@link #stop}. */
  CompletableFuture<Void> end() {
    return end;
  }
}
