package gameday.pipeline.record;

import gameday.pipeline.Effect;

/**
 * An effect on its way.
 *
 * @param doubtful whether it may already have been carried out, by a try whose end nobody saw
 */
public record Outgoing(Effect effect, boolean doubtful) {}
