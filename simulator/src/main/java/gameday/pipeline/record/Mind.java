package gameday.pipeline.record;

import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Pipeline;
import gameday.pipeline.Playbook;
import java.util.List;

/**
 * The core, and what stands between it and the log: nothing, unless the conduct is a saboteur's.
 *
 * @param playbook what the event has settled
 */
public record Mind(Playbook playbook, Conduct conduct) {
  /** Nothing stands between. */
  static Mind honest(Playbook playbook) {
    return new Mind(playbook, Conduct.HONEST);
  }

  /** A core that knows nothing yet. */
  Pipeline core() {
    return new Pipeline(conduct.playbook(playbook));
  }

  /** What the core learns instead of {@code input}, and what the log holds. */
  List<Input> hears(Input input) {
    return conduct.hears(input);
  }

  /** What is done, and stands in the outbox, instead of {@code effect}. */
  List<Effect> does(Effect effect) {
    return conduct.does(effect);
  }
}
