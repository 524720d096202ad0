package gameday.virtual;

import java.util.function.IntConsumer;

/** Where webhooks come in. */
interface PipelineDoor {
  /** Nobody is there. */
  PipelineDoor NOBODY = (webhook, stale, patienceNanos, answer) -> answer.accept(0);

  /**
   * A webhook arrives.
   *
   * @param stale whether it is signed at a time that nobody believes
   * @param patienceNanos how long the sender waits for the answer
   * @param answer is told the HTTP status once; 0 if no answer ever comes
   */
  void takes(Webhook webhook, boolean stale, long patienceNanos, IntConsumer answer);
}
