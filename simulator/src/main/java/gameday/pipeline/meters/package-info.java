/**
 * The reference pipeline's metrics, as Prometheus scrapes them. Every label has a handful of values
 * that stand in the code; what users and products say never becomes one.
 *
 * <p>Start with {@link gameday.pipeline.meters.Meters}. This room knows Micrometer and nothing of
 * the pipeline.
 */
package gameday.pipeline.meters;
