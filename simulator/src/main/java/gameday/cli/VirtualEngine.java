package gameday.cli;

import gameday.pipeline.Conduct;
import gameday.saboteur.Circumstances;
import gameday.saboteur.Saboteur;
import gameday.saboteur.Saboteur.Fault;
import gameday.script.Script;
import gameday.trial.Rehearsal;
import gameday.virtual.VirtualRehearsal;
import java.util.Optional;

/** Plays days in virtual time. */
final class VirtualEngine implements Engine {
  /** Virtual time is event time. */
  private static final double SPEED = 1;

  @Override
  public Rehearsal with(Optional<Saboteur> saboteur) {
    return (scenario, script) ->
        VirtualRehearsal.play(
            scenario,
            script,
            saboteur.map(planted -> conduct(planted, script)).orElse(Conduct.HONEST));
  }

  /** A new one for each day, since it may remember what it has seen. */
  private static Conduct conduct(Saboteur saboteur, Script script) {
    return switch (saboteur.fault()) {
      case Fault.OfPipeline it -> it.plant().in(new Circumstances(script.seed(), SPEED));
      case Fault.OfStaff it -> Conduct.HONEST;
    };
  }
}
