/**
 * Scripts as files: a header line, then one question a line.
 *
 * <p>Start with {@link gameday.script.jsonl.ScriptFile}. Knows nothing of drawing or playing them.
 */
package gameday.script.jsonl;
