/**
 * The adapters of Slack, the three help chats and the Mod chat: what comes from each, what is said
 * there, and what was said there meanwhile.
 *
 * <p>A product has an {@link gameday.pipeline.products.Inbound}, a {@link
 * gameday.pipeline.delivery.Destination} and, where it can be asked, a {@link
 * gameday.pipeline.catchup.LookBack}. Paths, payloads and signatures stay in here; decisions are
 * the core's, order and repetition the courier's.
 */
package gameday.pipeline.products;
