package gameday.pipeline.store;

/**
 * At {@code wallMillis} since 1970 event time was {@code eventNanos}, going at that speed.
 *
 * @param speed seconds of event time in a second
 */
public record ClockZero(long wallMillis, long eventNanos, double speed) {}
