package gameday.trial;

import gameday.history.History;
import gameday.scenario.Scenario;
import gameday.script.Script;

/** Plays a day; the same day gives the same history. Called by many threads. */
@FunctionalInterface
public interface Rehearsal {
  /** What happens when {@code script} is played under the faults of {@code scenario}. */
  History play(Scenario scenario, Script script);
}
