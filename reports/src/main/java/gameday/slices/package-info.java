/**
 * Cuts a run into groups of questions that have to do with each other, so that a run of any length
 * can be judged a few groups at a time.
 *
 * <p>Start with {@link gameday.slices.Survey}, which goes once over script and history, and {@link
 * gameday.slices.SliceJudge}. Whatever a rule looks at together shares a <em>name</em>: a question,
 * a thread, a conversation, the words of an answer. What shares a name is one group. Names are
 * hashes of 64 bits: should two ever coincide, two groups are judged together that needn't be,
 * which changes nothing. Knows no files.
 */
package gameday.slices;
