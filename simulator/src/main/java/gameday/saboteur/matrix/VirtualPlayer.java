package gameday.saboteur.matrix;

import gameday.history.History;
import gameday.pipeline.Conduct;
import gameday.saboteur.Circumstances;
import gameday.saboteur.Saboteur;
import gameday.scenario.Scenario;
import gameday.script.Script;
import gameday.virtual.VirtualRehearsal;
import java.util.Optional;

/** Plays in virtual time: no waiting, no noise, and the same history whenever it is repeated. */
public record VirtualPlayer() implements Player {
  /** In virtual time machines are not compressed. */
  private static final double SPEED = 1;

  @Override
  public History play(Scenario scenario, Script script, Optional<Saboteur> saboteur) {
    Conduct conduct =
        saboteur
            .map(one -> conduct(one, new Circumstances(script.seed(), SPEED)))
            .orElse(Conduct.HONEST);
    return VirtualRehearsal.play(scenario, script, conduct);
  }

  private static Conduct conduct(Saboteur saboteur, Circumstances here) {
    return switch (saboteur.fault()) {
      case Saboteur.Fault.OfPipeline pipelines -> pipelines.plant().in(here);
      case Saboteur.Fault.OfStaff staffs -> Conduct.HONEST;
    };
  }
}
