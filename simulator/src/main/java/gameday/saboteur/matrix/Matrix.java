package gameday.saboteur.matrix;

import gameday.history.History;
import gameday.judge.Judge;
import gameday.judge.Judgement;
import gameday.saboteur.Day;
import gameday.saboteur.Saboteur;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.script.ScriptDraw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Every saboteur against every rule.
 *
 * @param trials in the order they were played
 */
public record Matrix(List<Trial> trials) {
  public Matrix {
    trials = List.copyOf(trials);
  }

  /**
   * Plays the honest pipeline on every day that is needed, and then each saboteur on its own.
   *
   * @param listener hears of each trial as soon as it is judged
   * @throws IOException if one can't be played
   */
  public static Matrix play(
      Player player, List<Saboteur> saboteurs, List<Long> seeds, Consumer<Trial> listener)
      throws IOException {
    List<Trial> trials = new ArrayList<>();
    for (long seed : seeds) {
      for (Day day : saboteurs.stream().map(Saboteur::day).distinct().sorted().toList()) {
        add(trials, trial(player, day, seed, Optional.empty()), listener);
      }
      for (Saboteur saboteur : saboteurs) {
        add(trials, trial(player, saboteur.day(), seed, Optional.of(saboteur)), listener);
      }
    }
    return new Matrix(trials);
  }

  private static void add(List<Trial> trials, Trial trial, Consumer<Trial> listener) {
    trials.add(trial);
    listener.accept(trial);
  }

  static Trial trial(Player player, Day day, long seed, Optional<Saboteur> saboteur)
      throws IOException {
    Scenario scenario = saboteur.map(Days::of).orElseGet(() -> Days.of(day));
    Script script = ScriptDraw.draw(scenario, seed);
    History history = player.play(scenario, script, saboteur);
    Judgement judged = Judge.judge(scenario, script, history, List.of());
    return new Trial(saboteur, day, seed, judged.verdict().rules());
  }

  /** Whether all is as it must be. */
  public boolean isRight() {
    return trials.stream().allMatch(Trial::isRight);
  }

  /** What is not, a sentence each. */
  public List<String> faults() {
    return trials.stream().flatMap(trial -> trial.faults().stream()).toList();
  }
}
