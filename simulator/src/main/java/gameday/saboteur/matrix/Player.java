package gameday.saboteur.matrix;

import gameday.history.History;
import gameday.saboteur.Saboteur;
import gameday.scenario.Scenario;
import gameday.script.Script;
import java.io.IOException;
import java.util.Optional;

/** Plays a day, live or in virtual time. */
public interface Player {
  /**
   * What happens when {@code script} is played.
   *
   * @param scenario the day, with the faults of staff in it
   * @param saboteur whose fault is planted in the pipeline, if it is the pipeline's; empty for the
   *     honest one
   * @throws IOException if it can't be played
   */
  History play(Scenario scenario, Script script, Optional<Saboteur> saboteur) throws IOException;
}
