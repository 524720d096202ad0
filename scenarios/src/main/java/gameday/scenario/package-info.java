/**
 * What to rehearse: the event, who asks, who answers, what goes wrong, what must hold.
 *
 * <p>Start with {@link gameday.scenario.Scenario}. Values only; reading files is the room {@code
 * scenario.yaml}. All times are event time: offsets from the event's start.
 */
package gameday.scenario;
