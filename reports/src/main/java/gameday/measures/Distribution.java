package gameday.measures;

import java.time.Duration;

/**
 * A distribution of durations in figures; recorded in an HdrHistogram with three significant
 * digits.
 */
public record Distribution(
    long count,
    Duration mean,
    Duration p50,
    Duration p90,
    Duration p95,
    Duration p99,
    Duration max) {}
