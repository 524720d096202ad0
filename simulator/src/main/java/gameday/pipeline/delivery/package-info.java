/**
 * Carries out effects: in order, at the pace each product permits, again and again until they
 * stand.
 *
 * <p>Start with {@link gameday.pipeline.delivery.Courier}. What a product is called, and how it is
 * called, is hidden behind {@link gameday.pipeline.delivery.Destination}. It must not decide what
 * is said, only when.
 */
package gameday.pipeline.delivery;
