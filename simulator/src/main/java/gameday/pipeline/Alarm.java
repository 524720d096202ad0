package gameday.pipeline;

/**
 * A deadline of the process.
 *
 * @param order breaks ties: what was set first goes off first
 */
record Alarm(long atNanos, long order, Cause cause) implements Comparable<Alarm> {
  /** What is to happen then, unless somebody was in time. */
  sealed interface Cause {
    /** Nobody took the conversation in its {@code round}-th wait. */
    record Untaken(Ticket ticket, int round) implements Cause {
      @Override
      public boolean isVoid() {
        return ticket.holder != Ticket.Holder.NOBODY
            || ticket.round != round
            || ticket.issue().isPresent();
      }
    }

    /** The response team is silent. */
    record Remind(Issue issue) implements Cause {
      @Override
      public boolean isVoid() {
        return issue.seen;
      }
    }

    /** The response team is still silent. */
    record CallAgain(Issue issue) implements Cause {
      @Override
      public boolean isVoid() {
        return issue.seen;
      }
    }

    /** Whether somebody was in time. */
    boolean isVoid();
  }

  @Override
  public int compareTo(Alarm other) {
    int byTime = Long.compare(atNanos, other.atNanos);
    return byTime != 0 ? byTime : Long.compare(order, other.order);
  }
}
