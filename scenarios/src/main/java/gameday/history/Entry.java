package gameday.history;

/**
 * One line of a history.
 *
 * @param sequence 0, 1, 2, …; orders what happened at the same nanosecond
 * @param atNanos nanoseconds of the harness's clock since event time zero; may be negative. Event
 *     time is {@code atNanos * speed}
 * @param what what happened
 */
public record Entry(long sequence, long atNanos, Happening what) {}
