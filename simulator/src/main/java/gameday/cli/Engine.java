package gameday.cli;

import gameday.saboteur.Saboteur;
import gameday.trial.Rehearsal;
import java.util.Optional;

/** What plays days for {@code gameday simulate}. */
@FunctionalInterface
interface Engine {
  /** A rehearsal of the reference pipeline, with a fault planted into it if one is given. */
  Rehearsal with(Optional<Saboteur> saboteur);
}
