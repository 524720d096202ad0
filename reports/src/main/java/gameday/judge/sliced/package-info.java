/**
 * Judges runs of any length, slice by slice, on several threads.
 *
 * <p>Start with {@link gameday.judge.sliced.SlicedJudge}: one pass over the files finds who has to
 * do with whom, then each group is fetched from the file and judged. What comes of it is what
 * {@code RuleBook} says of the whole run. Knows files and threads, and leaves the rest to the room
 * {@code slices}.
 */
package gameday.judge.sliced;
