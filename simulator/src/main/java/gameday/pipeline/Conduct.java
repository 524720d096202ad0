package gameday.pipeline;

import java.time.Duration;
import java.util.List;

/**
 * How a pipeline behaves around its core, where it could go wrong: at its doors, between the core
 * and the outbox, and on the way out. {@link #HONEST} is how the reference pipeline behaves; a
 * saboteur overrides one method to plant one fault. The same conduct works in a real process and in
 * virtual time.
 *
 * <p>Called by one thread at a time unless a method says otherwise.
 */
public interface Conduct {
  /** Does everything as it should. */
  Conduct HONEST = new Conduct() {};

  /** The playbook the core goes by. */
  default Playbook playbook(Playbook honest) {
    return honest;
  }

  /** What the core learns instead of {@code input}; empty if it never hears of it. */
  default List<Input> hears(Input input) {
    return List.of(input);
  }

  /**
   * What is to be done instead of {@code effect}, in order; empty for nothing. More than one must
   * have different keys. What comes of this is stored in the outbox, so it survives a restart.
   */
  default List<Effect> does(Effect effect) {
    return List.of(effect);
  }

  /** The channel, by its name without '#', into which {@code effect} goes. Any thread. */
  default String channel(Effect.ToSlack effect, String eventChannel) {
    return eventChannel;
  }

  /** Whether signatures of webhooks and events are looked at. Any thread. */
  default boolean looksAtSignatures() {
    return true;
  }

  /** Whether the time that a signature tells is looked at. Any thread. */
  default boolean looksAtTimes() {
    return true;
  }

  /** Whether a webhook is acknowledged only when what it tells is stored. Any thread. */
  default boolean storesBeforeAcknowledging() {
    return true;
  }

  /** How long an acknowledgement is held back, machine time. Any thread. */
  default Duration holdsAcknowledgements() {
    return Duration.ZERO;
  }

  /** Whether it stays away for as long as {@code Retry-After} says. Any thread. */
  default boolean heedsRetryAfter() {
    return true;
  }

  /**
   * Whether it asks the outside if an effect stands already before it tries one again whose first
   * try ended unknown, or that was handed out before a restart. Any thread.
   */
  default boolean looksBeforeRepeating() {
    return true;
  }
}
