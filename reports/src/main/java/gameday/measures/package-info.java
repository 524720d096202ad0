/**
 * How long things took and how busy people were, from script and history.
 *
 * <p>Start with {@link gameday.measures.Measures}. Response times run from the intended moment;
 * people's time is event time, machine time is as measured.
 */
package gameday.measures;
