package gameday.mocks.delivery;

import gameday.mocks.delivery.Lanes.Lane;
import gameday.mocks.faults.Faults;
import gameday.mocks.faults.Meddling;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends webhooks on their way, and plays the faults on those that faults hit: some are never sent,
 * some come late, some are overtaken, some come more than once.
 */
final class Meddler {
  /** How long one waits to be overtaken, event time; if nobody comes, it goes on. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String LOST = "lost-webhooks";
  private static final String DELAYED = "delayed-webhooks";
  private static final String REORDERED = "reordered-webhooks";
  private static final String DUPLICATED = "duplicated-webhooks";
  private static final String REPEATED = "repeated-webhooks";

  private final Faults faults;
  private final DeliveryListener listener;
  private final Road road;

  /** One a conversation; each has a place among the pending, which bounds them. */
  private final Map<Lane, Webhook> held = new ConcurrentHashMap<>();

  /** The ways on which deliveries go. */
  interface Road {
    /** A place for one delivery; false if there is none, which was reported then. */
    boolean takePlace(Webhook webhook);

    /** Goes in its conversation's order; has a place. */
    void inOrder(Webhook webhook);

    /** Goes by itself, whatever else is on its way; has a place. */
    void aside(Webhook webhook);

    /** Runs {@code later} after so much event time. */
    void after(long eventNanos, Runnable later);
  }

  Meddler(Faults faults, DeliveryListener listener, Road road) {
    this.faults = faults;
    this.listener = listener;
    this.road = road;
  }

  void send(Webhook webhook) {
    var meddling = faults.onWebhook(webhook.from());
    if (meddling.lost()) {
      listener.meddled(webhook, 0, LOST);
      return;
    }
    if (road.takePlace(webhook)) {
      sendOne(webhook, meddling);
    }
    sendMore(webhook, meddling);
  }

  private void sendOne(Webhook webhook, Meddling meddling) {
    var lane = Lane.of(webhook);
    if (meddling.delayNanos() > 0) {
      listener.meddled(webhook, 0, DELAYED);
      road.after(meddling.delayNanos(), () -> road.aside(webhook));
    } else if (meddling.reordered() && !held.containsKey(lane)) {
      listener.meddled(webhook, 0, REORDERED);
      hold(lane, webhook);
    } else {
      road.inOrder(webhook);
      Optional.ofNullable(held.isEmpty() ? null : held.remove(lane)).ifPresent(road::inOrder);
    }
  }

  private void hold(Lane lane, Webhook webhook) {
    held.put(lane, webhook);
    road.after(
        PATIENCE.toNanos(),
        () -> {
          if (held.remove(lane, webhook)) {
            road.inOrder(webhook);
          }
        });
  }

  /** Copies go at once and side by side: what a pipeline does not expect. */
  private void sendMore(Webhook webhook, Meddling meddling) {
    if (meddling.duplicated() && road.takePlace(webhook)) {
      listener.meddled(webhook, 0, DUPLICATED);
      road.aside(webhook);
    }
    var ids = new SplittableRandom(meddling.seed());
    for (var told = 0; told < meddling.repeats(); told++) {
      var copy = webhook.under(Likeness.of(webhook.delivery(), ids));
      if (road.takePlace(copy)) {
        listener.meddled(copy, 0, REPEATED);
        road.aside(copy);
      }
    }
  }
}
