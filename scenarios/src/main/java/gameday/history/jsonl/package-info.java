/**
 * Histories as files: a header line, then one entry a line.
 *
 * <p>Start with {@link gameday.history.jsonl.HistoryWriter} and {@link
 * gameday.history.jsonl.HistoryReader}. Knows nothing of who writes or judges them.
 */
package gameday.history.jsonl;
