package gameday.judge;

import gameday.measures.Measures;
import gameday.verdict.Verdict;
import java.util.List;

/**
 * What a run is judged to be, and the figures that go with it.
 *
 * @param warnings what a reader should know first, a sentence each: what was left out because the
 *     pipeline doesn't know it; where compressing time has moved people's queues, with a speed that
 *     would not (response times are honest all the same)
 */
public record Judgement(Verdict verdict, Measures measures, List<String> warnings) {
  public Judgement {
    warnings = List.copyOf(warnings);
  }
}
