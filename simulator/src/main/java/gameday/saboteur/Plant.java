package gameday.saboteur;

import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Playbook;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Makes the conduct of a pipeline with one fault in it. A plant may be used many times. */
@FunctionalInterface
public interface Plant {
  /** A conduct for one run; it may remember what it has seen. */
  Conduct in(Circumstances circumstances);

  /** One that goes wrong in what it does. */
  static Conduct doing(Function<Effect, List<Effect>> does) {
    return new Conduct() {
      @Override
      public List<Effect> does(Effect effect) {
        return does.apply(effect);
      }
    };
  }

  /** One that goes wrong in what it hears. */
  static Conduct hearing(Function<Input, List<Input>> hears) {
    return new Conduct() {
      @Override
      public List<Input> hears(Input input) {
        return hears.apply(input);
      }
    };
  }

  /** One that has understood the event wrongly. */
  static Conduct goingBy(UnaryOperator<Playbook> playbook) {
    return new Conduct() {
      @Override
      public Playbook playbook(Playbook honest) {
        return playbook.apply(honest);
      }
    };
  }
}
