/**
 * Webhooks and events on their way to the pipeline: pooled, asynchronous, bounded, in order per
 * conversation where the product keeps order, retried by the product's own rule.
 *
 * <p>Start with {@link gameday.mocks.delivery.WebhookSender}.
 */
package gameday.mocks.delivery;
