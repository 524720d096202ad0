/**
 * A run as an event log for process-mining tools: OCEL 2.0, with all objects, and XES, with one
 * trace a question.
 *
 * <p>Start with {@link gameday.mining.Ocel2} and {@link gameday.mining.Xes}. What a happening
 * becomes stands in {@link gameday.mining.EventType} and {@code LoggedEvent}. Writes as it reads:
 * no log is ever held in memory. Judges nothing.
 */
package gameday.mining;
