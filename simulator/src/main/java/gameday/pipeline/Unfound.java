package gameday.pipeline;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * People whom an agent named in the channel before anything was heard of their conversation: what a
 * chat tells may be late. Who comes within the time that a question may wait is meant; later it is
 * another matter.
 */
final class Unfound {
  private static final int MOST = 1_000;

  private final Map<String, Wanted> byEmail = new LinkedHashMap<>();
  private final long patienceNanos;

  /** Whether it is still looked for what was told while nobody listened. */
  private boolean behind;

  private record Wanted(Issue issue, long sinceNanos) {}

  Unfound(long patienceNanos) {
    this.patienceNanos = patienceNanos;
  }

  /** Of whoever is named and isn't {@code found}, a conversation will belong to the issue. */
  void keep(Issue issue, List<String> named, List<Ticket> found, long nowNanos) {
    Set<String> known = new HashSet<>();
    found.forEach(ticket -> known.add(ticket.caller.email()));
    named.stream()
        .filter(email -> !known.contains(email))
        .forEach(email -> keep(email, issue, nowNanos));
  }

  private void keep(String email, Issue issue, long nowNanos) {
    byEmail.remove(email);
    byEmail.put(email, new Wanted(issue, nowNanos));
    if (byEmail.size() > MOST) {
      byEmail.remove(byEmail.keySet().iterator().next());
    }
  }

  /** The issue that waits for somebody of that address; forgets it. */
  Optional<Issue> take(String email, long nowNanos) {
    return Optional.ofNullable(byEmail.remove(email))
        .filter(wanted -> behind || isInTime(wanted, nowNanos))
        .map(Wanted::issue);
  }

  private boolean isInTime(Wanted wanted, long nowNanos) {
    return nowNanos - wanted.sinceNanos() <= patienceNanos;
  }

  /** What was told is missed: until it is found, nobody who is named comes too late. */
  void fallsBehind(long nowNanos) {
    if (!behind) {
      byEmail.values().removeIf(wanted -> !isInTime(wanted, nowNanos));
      behind = true;
    }
  }

  /** Nothing is missed any more. */
  void hasCaughtUp() {
    behind = false;
  }
}
