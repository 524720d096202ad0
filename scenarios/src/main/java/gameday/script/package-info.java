/**
 * A scenario with all chance drawn in advance: every question with its asker, its time, its truth
 * and everybody's working times.
 *
 * <p>Start with {@link gameday.script.Script}. The same scenario and seed give the same script,
 * byte for byte; files are the room {@code script.jsonl}.
 */
package gameday.script;
