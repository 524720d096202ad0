package gameday.pipeline;

/**
 * Something the pipeline learns.
 *
 * @param key names the fact, not its delivery: whatever is redelivered has the same key and counts
 *     once
 * @param atNanos event time at which it was learnt; never decreases from one input to the next
 * @param signal what was learnt
 */
public record Input(String key, long atNanos, Signal signal) {}
