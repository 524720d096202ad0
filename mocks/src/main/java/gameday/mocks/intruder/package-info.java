/**
 * Somebody who sends the pipeline what no product sent: unsigned, wrongly signed, stale or replayed
 * requests to its three inputs.
 *
 * <p>Start with {@link gameday.mocks.intruder.Intruder}. It overhears what products send, and knows
 * no product: what it forges, it makes of what it heard.
 */
package gameday.mocks.intruder;
