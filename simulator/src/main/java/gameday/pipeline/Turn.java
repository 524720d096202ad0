package gameday.pipeline;

import java.util.ArrayList;
import java.util.List;

/** The step under way: when it is, and what is to be done because of it. */
final class Turn {
  private List<Effect> effects = new ArrayList<>();
  private long nowNanos;

  /** Begins; time doesn't go back. */
  void begin(long atNanos) {
    effects = new ArrayList<>();
    nowNanos = Math.max(nowNanos, atNanos);
  }

  long nowNanos() {
    return nowNanos;
  }

  void add(Effect effect) {
    effects.add(effect);
  }

  /** All that is to be done, in order. */
  List<Effect> effects() {
    return effects;
  }
}
