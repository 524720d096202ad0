package gameday.pipeline.record;

import gameday.pipeline.Signal;

/** Something learnt from outside, before it has a time. */
public record Arrival(String key, Signal signal) {}
