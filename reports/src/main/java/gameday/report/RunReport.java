package gameday.report;

import gameday.history.History;
import gameday.measures.Measures;
import gameday.scenario.Scenario;
import gameday.story.Pictures;
import gameday.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything there is to tell about one run.
 *
 * @param scenario what was rehearsed
 * @param seed the seed the script was drawn with, which may not be the scenario's own
 * @param speed event seconds per wall second, the factor between history and event time
 * @param verdict what the run was judged to be
 * @param measures what was measured
 * @param history what happened
 * @param origin where the run comes from and how to repeat it
 * @param warnings what a reader should know before trusting a figure, a sentence each
 * @param hasGatlingPages whether the run folder holds {@code gatling/index.html}
 * @param pictures the first violations, drawn
 */
public record RunReport(
    Scenario scenario,
    long seed,
    double speed,
    Verdict verdict,
    Measures measures,
    History history,
    Origin origin,
    List<String> warnings,
    boolean hasGatlingPages,
    Pictures pictures) {
  public RunReport {
    warnings = List.copyOf(warnings);
  }

  /** A report without pictures. */
  public RunReport(
      Scenario scenario,
      long seed,
      double speed,
      Verdict verdict,
      Measures measures,
      History history,
      Origin origin,
      List<String> warnings,
      boolean hasGatlingPages) {
    this(
        scenario,
        seed,
        speed,
        verdict,
        measures,
        history,
        origin,
        warnings,
        hasGatlingPages,
        Pictures.NONE);
  }

  /**
   * Where a run comes from.
   *
   * @param version gameday's own
   * @param started when the run began, wall clock
   * @param wall how long it took, wall clock
   * @param folder the run folder, as a user would type it
   * @param repeat the command that plays the same day again
   * @param judgeAgain the command that judges this run again
   * @param explain the command that tells a question's story, without the question
   */
  public record Origin(
      String version,
      Instant started,
      Duration wall,
      String folder,
      String repeat,
      String judgeAgain,
      String explain) {}
}
