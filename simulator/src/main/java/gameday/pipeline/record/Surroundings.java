package gameday.pipeline.record;

import gameday.pipeline.Effect;

/** What the recorder has an effect on. */
public interface Surroundings {
  /** What one instance alone must carry out: effects of one lane never have two couriers. */
  String laneOf(Effect effect);

  /** An effect is stored, and this instance is to carry it out. */
  void deliver(Outgoing outgoing);

  /** This instance may carry out effects from now on. */
  void beginDelivering();

  /** It may not; returns once none is under way. Called from any thread. */
  void endDelivering();

  /** Something may have been missed. */
  void missed();

  /** Nobody was there for a while; deadlines wait until what was missed is learnt. */
  void wasAway();

  /** It can't go on. */
  void broken();
}
