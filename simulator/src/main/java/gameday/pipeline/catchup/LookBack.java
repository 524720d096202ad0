package gameday.pipeline.catchup;

import gameday.pipeline.delivery.Gate;
import java.io.IOException;

/**
 * Reads in one product what its webhooks have told, or should have told while nobody listened.
 * Whatever is known already counts once, so it may be read as often as one likes.
 */
public interface LookBack {
  /**
   * Reads once, everything.
   *
   * @param gate every call goes through it
   * @param learner is given what is found, piece by piece
   * @throws IOException if not everything could be read; what was read is learnt
   */
  void read(Gate gate, Learner learner) throws IOException, InterruptedException;
}
