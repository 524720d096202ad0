package gameday.pipeline.record;

import gameday.pipeline.Effect;

/** Whom the recorder tells what is to be done: one call at a time, {@link #endDelivering} aside. */
public interface Surroundings {
  /** What one instance alone must carry out: effects of one lane never have two couriers. */
  String laneOf(Effect effect);

  /** An effect is stored, and this instance is to carry it out. */
  void deliver(Outgoing outgoing);

  /** This instance may carry out effects from now on. */
  void beginDelivering();

  /** It may not; returns once none is under way. Called from any thread. */
  void endDelivering();

  /** Something may have been missed just now; it should be looked for. */
  void missed();

  /**
   * Nobody was there for a while: what was missed should be looked for, and deadlines wait until
   * {@link gameday.pipeline.Signal.CaughtUp} is learnt.
   */
  void wasAway();

  /** The recorder can't go on, and takes nothing any more; only a new start helps. */
  void broken();
}
