/**
 * The reference pipeline as a program: its doors, its health, and the wiring of all its rooms.
 *
 * <p>Start with {@link gameday.pipeline.server.PipelineMain}. A webhook is acknowledged once its
 * input and the effects of it are stored in one transaction; effects are delivered from that
 * outbox, so that a kill at any moment loses nothing and repeats nothing that anybody sees.
 */
package gameday.pipeline.server;
