package gameday.pipeline.record;

import gameday.pipeline.Signal;

/**
 * Something learnt, before it has a time.
 *
 * @param key names the fact, as {@link gameday.pipeline.Input#key} does
 */
public record Arrival(String key, Signal signal) {}
