package gameday.trial;

import gameday.history.Entry;
import gameday.history.Happening.IntruderTried;
import gameday.history.Happening.PipelineCalled;
import gameday.history.Happening.PipelineGone;
import gameday.history.Happening.WebhookMeddled;
import gameday.history.History;
import gameday.scenario.FaultPlan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which faults were on in a trial, and what they really hit. */
final class Hits {
  private static final String PIPELINE = FaultPlan.Target.PIPELINE.word();

  private Hits() {}

  /** How many of each kind a day has. */
  static SortedMap<String, Integer> played(List<FaultPlan> plans) {
    SortedMap<String, Integer> played = new TreeMap<>();
    plans.forEach(plan -> count(played, plan.on().word(), plan.kind().word()));
    return played;
  }

  /** What the faults of a day hit; a kind that hit nothing is left out. */
  static SortedMap<String, Integer> of(History history, SortedMap<String, Integer> played) {
    SortedMap<String, Integer> hits = new TreeMap<>();
    for (Entry entry : history.entries()) {
      if (entry.what() instanceof PipelineCalled call) {
        // A played limit tells its Retry-After behind its word.
        String word = call.outcome().split(" ", 2)[0];
        if (played.containsKey(call.on() + " " + word)) {
          count(hits, call.on(), word);
        }
      } else if (entry.what() instanceof WebhookMeddled meddled) {
        count(hits, meddled.from(), meddled.fault());
      } else if (entry.what() instanceof IntruderTried) {
        count(hits, PIPELINE, "intruder");
      } else if (entry.what() instanceof PipelineGone && played.containsKey(PIPELINE + " crash")) {
        count(hits, PIPELINE, "crash");
      }
    }
    return hits;
  }

  private static void count(SortedMap<String, Integer> counts, String on, String word) {
    counts.merge(on + " " + word, 1, Integer::sum);
  }
}
