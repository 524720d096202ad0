/**
 * Strict reading of files that hold one JSON object a line.
 *
 * <p>Start with {@link gameday.jsonl.JsonLine}. Knows Jackson and no word of the domain.
 */
package gameday.jsonl;
