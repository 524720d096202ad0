/**
 * Learns what was missed while nobody listened, or while a product couldn't reach us.
 *
 * <p>Start with {@link gameday.pipeline.catchup.CatchUp}. How one product is read is hidden behind
 * {@link gameday.pipeline.catchup.LookBack}.
 */
package gameday.pipeline.catchup;
