package gameday.cli;

import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import gameday.script.UnknownQuestionsException;

/** Draws scripts for commands. */
final class Drawing {
  private Drawing() {}

  /**
   * The script of a scenario.
   *
   * @throws Failure if the scenario plays only questions that aren't drawn
   */
  static Script of(Scenario scenario, long seed) {
    try {
      return ScriptDraw.draw(scenario, seed);
    } catch (UnknownQuestionsException e) {
      throw Failure.usage(scenario.name() + ": " + e.getMessage());
    }
  }
}
