package gameday.pipeline.record;

import gameday.pipeline.Effect;

/**
 * An effect that this instance is to carry out.
 *
 * @param doubtful whether it may already have been carried out, by a try whose end nobody saw
 */
public record Outgoing(Effect effect, boolean doubtful) {}
