package gameday.verdict;

/**
 * One objective's judgement.
 *
 * @param objective the line as written
 * @param outcome INCONCLUSIVE if there were too few samples
 * @param actual the measured value with its unit, such as {@code 74 s}; "-" if nothing was measured
 * @param limit the limit with its unit
 * @param samples how many samples the value rests on
 * @param explanation by how much it was missed and when it was worst, as a sentence; empty if met
 */
public record ObjectiveVerdict(
    String objective,
    Outcome outcome,
    String actual,
    String limit,
    long samples,
    String explanation) {}
