/**
 * What the pipeline was started with, and everything that is wrong with it.
 *
 * <p>Start with {@link gameday.pipeline.settings.Settings}. It reads variables and the event file,
 * and calls nobody.
 */
package gameday.pipeline.settings;
