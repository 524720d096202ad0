package gameday.pipeline.store;

/** At {@code wallMillis} since 1970 event time was {@code eventNanos}, going at that speed. */
public record ClockZero(long wallMillis, long eventNanos, double speed) {}
