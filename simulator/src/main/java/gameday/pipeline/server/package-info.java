/**
 * The reference pipeline's shell: HTTP in, HTTP out, and a database ({@link
 * gameday.pipeline.store}) between, around the pure core.
 *
 * <p>Start with {@link gameday.pipeline.server.PipelineMain}. A webhook is acknowledged once its
 * input and the effects of it are stored in one transaction; effects are delivered from that
 * outbox, so that a kill at any moment loses nothing and repeats nothing that anybody sees. It
 * decides nothing about escalations: that is the core's.
 */
package gameday.pipeline.server;
