package gameday.trial;

import gameday.scenario.FaultPlan;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import gameday.script.ScriptedQuestion;
import java.util.List;

/**
 * One seed's day: what people do and what goes wrong, all drawn.
 *
 * @param scenario the scenario as this seed plays it: its faults are the day's, its seed this one
 * @param script the day's questions, or some of them
 */
public record Trial(Scenario scenario, Script script) {
  /** The day that a scenario describes, nothing drawn on top. */
  public static Trial asWritten(Scenario scenario, long seed) {
    return new Trial(Parts.of(scenario).in(scenario, seed), ScriptDraw.draw(scenario, seed));
  }

  /** Where all its chance comes from. */
  public long seed() {
    return script.seed();
  }

  /** What goes wrong. */
  public List<FaultPlan> faults() {
    return scenario.faults();
  }

  Trial asking(List<ScriptedQuestion> questions) {
    return new Trial(
        scenario, new Script(script.scenario(), script.seed(), script.length(), questions));
  }

  Trial with(Parts parts) {
    return new Trial(parts.in(scenario, seed()), script);
  }

  /**
   * The scenario that plays this day again: it names the questions that are left, and has no
   * objectives, which a few questions could not meet or miss.
   *
   * @param title one line for people
   * @param about what it shows
   */
  public Scenario written(String title, String about) {
    return new Scenario(
        scenario.name() + "-shrunk",
        title,
        about,
        scenario.speed(),
        seed(),
        scenario.event(),
        scenario.audiences(),
        scenario.chatbot(),
        scenario.staff(),
        scenario.process(),
        scenario.helpChat(),
        scenario.faults(),
        List.of(),
        scenario.rules(),
        script.questions().stream().map(question -> question.id().value()).toList());
  }
}
