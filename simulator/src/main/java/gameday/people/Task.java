package gameday.people;

import java.time.Duration;
import java.util.Comparator;
import java.util.function.Consumer;

/**
 * Something that waits for somebody of a team. Served by rank, then by the time it has waited
 * since, then by sequence.
 */
final class Task implements Comparable<Task> {
  enum Rank {
    /** Something an asker was already promised: an answer to hand over, a follow-up. */
    RETURN,
    /** A speaker close to their session's start. */
    URGENT,
    ORDINARY
  }

  enum Place {
    /** There, but nobody has noticed it yet. */
    UNNOTICED,
    /** In the team's queue. */
    QUEUED,
    /** In one person's own queue. */
    RESERVED,
    /** Begun, or no longer to be done. */
    GONE
  }

  private static final Comparator<Task> ORDER =
      Comparator.comparing((Task task) -> task.rank)
          .thenComparing(task -> task.since)
          .thenComparingLong(task -> task.sequence);

  final Duration since;
  final Consumer<Person> begin;
  Rank rank;
  long sequence;
  Place place = Place.UNNOTICED;

  Task(Rank rank, Duration since, Consumer<Person> begin) {
    this.rank = rank;
    this.since = since;
    this.begin = begin;
  }

  @Override
  public int compareTo(Task other) {
    return ORDER.compare(this, other);
  }
}
