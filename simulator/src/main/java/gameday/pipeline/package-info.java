/**
 * The reference pipeline's core: what sits between the Help chat, the Mod chat and Slack, as one
 * deterministic step from an input to effects.
 *
 * <p>Start with {@link gameday.pipeline.Pipeline}. Pure: no I/O, clock, chance, thread or log; time
 * comes with each input, in event time, so that whoever reads the inputs again comes to the same
 * effects. It must not know HTTP, JSON, a database or a chat product.
 */
package gameday.pipeline;
