/**
 * What happened: an append-only record on the harness's own clock, correlated to questions.
 *
 * <p>Start with {@link gameday.history.Happening}. A live rehearsal, a simulation and an imported
 * incident give the same shape. Values only; files are the room {@code history.jsonl}.
 */
package gameday.history;
