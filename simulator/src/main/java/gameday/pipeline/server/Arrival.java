package gameday.pipeline.server;

import gameday.pipeline.Signal;

/** Something learnt from outside, before it has a time. */
record Arrival(String key, Signal signal) {}
