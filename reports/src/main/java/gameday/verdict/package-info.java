/**
 * What a run is judged to be: per rule, per objective, over all.
 *
 * <p>Start with {@link gameday.verdict.Verdict}. Values only; rules are judged in {@code checker},
 * objectives in {@code gates}.
 */
package gameday.verdict;
