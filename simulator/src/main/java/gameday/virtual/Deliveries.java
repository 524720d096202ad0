package gameday.virtual;

import gameday.history.Happening;
import gameday.mocks.faults.Faults;
import gameday.mocks.faults.Meddling;
import gameday.simulation.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Delivers webhooks to the pipeline as the mocks do: those of a conversation one after the other,
 * each product by its own rule of trying again, held back while it is out, and with what faults do
 * to them on the way.
 */
final class Deliveries {
  /** What is signed longer ago than this, or further ahead, is a recording to whoever looks. */
  static final long BELIEVED_NANOS = Duration.ofMinutes(5).toNanos();

  /** How long one waits to be overtaken; if nobody comes, it goes on. */
  private static final long OVERTAKEN_NANOS = Duration.ofMinutes(1).toNanos();

  private final VirtualTime time;
  private final Faults faults;
  private final Chronicle chronicle;
  private final Map<Webhook.Lane, Queue<Webhook>> lanes = new HashMap<>();
  private final Map<Webhook.Lane, Webhook> held = new HashMap<>();
  private final Map<String, List<Runnable>> untilBack = new LinkedHashMap<>();
  private PipelineDoor door = PipelineDoor.NOBODY;
  private Consumer<Webhook> wiretap = nobody -> {};
  private long sent;
  private int pending;

  Deliveries(VirtualTime time, Faults faults, Chronicle chronicle) {
    this.time = time;
    this.faults = faults;
    this.chronicle = chronicle;
  }

  /** One attempt. */
  private record Attempt(Webhook webhook, int number, boolean inLane) {}

  /** From now on webhooks go there. */
  void connect(PipelineDoor pipeline) {
    door = pipeline;
  }

  /** From now on somebody overhears what is sent. */
  void wiretap(Consumer<Webhook> listener) {
    wiretap = listener;
  }

  /** How many are neither done nor given up. */
  int pending() {
    return pending;
  }

  /** Tells the pipeline something. */
  void send(String from, String conversation, News news, Webhook.Habits habits) {
    Webhook webhook = new Webhook(from, from + "-" + ++sent, conversation, news, habits);
    Meddling meddling = faults.onWebhook(from);
    if (meddling.isNone()) {
      pending++;
      inOrder(webhook);
      overtakes(webhook.lane());
    } else if (meddling.lost()) {
      meddled(webhook, 0, "lost-webhooks");
    } else {
      pending++;
      sendOne(webhook, meddling);
      sendMore(webhook, meddling);
    }
  }

  private void sendOne(Webhook webhook, Meddling meddling) {
    Webhook.Lane lane = webhook.lane();
    if (meddling.delayNanos() > 0) {
      meddled(webhook, 0, "delayed-webhooks");
      time.after(meddling.delayNanos(), () -> aside(webhook));
    } else if (meddling.reordered() && !held.containsKey(lane)) {
      meddled(webhook, 0, "reordered-webhooks");
      held.put(lane, webhook);
      time.after(OVERTAKEN_NANOS, () -> waitedLongEnough(lane, webhook));
    } else {
      inOrder(webhook);
      overtakes(lane);
    }
  }

  private void waitedLongEnough(Webhook.Lane lane, Webhook webhook) {
    if (held.remove(lane, webhook)) {
      inOrder(webhook);
    }
  }

  private void overtakes(Webhook.Lane lane) {
    if (!held.isEmpty()) {
      Webhook overtaken = held.remove(lane);
      if (overtaken != null) {
        inOrder(overtaken);
      }
    }
  }

  private void sendMore(Webhook webhook, Meddling meddling) {
    if (meddling.duplicated()) {
      meddled(webhook, 0, "duplicated-webhooks");
      pending++;
      aside(webhook);
    }
    for (int told = 1; told <= meddling.repeats(); told++) {
      Webhook copy = webhook.again(told);
      meddled(copy, 0, "repeated-webhooks");
      pending++;
      aside(copy);
    }
  }

  private void meddled(Webhook webhook, int attempt, String fault) {
    chronicle.record(
        new Happening.WebhookMeddled(
            webhook.from(), webhook.delivery(), attempt, fault, webhook.conversation()));
  }

  private void inOrder(Webhook webhook) {
    Queue<Webhook> waiting = lanes.get(webhook.lane());
    if (waiting == null) {
      lanes.put(webhook.lane(), new ArrayDeque<>());
      attempt(new Attempt(webhook, 0, true));
    } else {
      waiting.add(webhook);
    }
  }

  private void aside(Webhook webhook) {
    attempt(new Attempt(webhook, 0, false));
  }

  private void attempt(Attempt attempt) {
    Webhook webhook = attempt.webhook();
    if (faults.isOut(webhook.from())) {
      untilBack
          .computeIfAbsent(webhook.from(), first -> new ArrayList<>())
          .add(() -> attempt(attempt));
      return;
    }
    wiretap.accept(webhook);
    boolean stale = isStale(webhook);
    if (stale) {
      meddled(webhook, attempt.number(), "stale-clock");
    }
    long sentNanos = time.nowNanos();
    long patience = webhook.habits().retries().timeout().toNanos();
    Answers answers = new Answers(attempt, sentNanos);
    time.after(
        Latency.HOP, () -> door.takes(webhook, stale, patience - Latency.HOP, answers::come));
  }

  private boolean isStale(Webhook webhook) {
    return webhook.habits().timed()
        && Math.abs(faults.clock(webhook.from()).off().toNanos()) > BELIEVED_NANOS;
  }

  /** A product is back: what was held back goes on. */
  void back(String product) {
    List<Runnable> waiting = untilBack.remove(product);
    if (waiting != null) {
      waiting.forEach(Runnable::run);
    }
  }

  /** Waits for the answer to one attempt. */
  private final class Answers {
    private final Attempt attempt;
    private final long sentNanos;

    Answers(Attempt attempt, long sentNanos) {
      this.attempt = attempt;
      this.sentNanos = sentNanos;
    }

    void come(int status) {
      time.after(status == 0 ? 0 : Latency.HOP, () -> ended(status));
    }

    private void ended(int status) {
      Webhook webhook = attempt.webhook();
      chronicle.record(
          new Happening.WebhookDelivered(
              webhook.from(),
              webhook.delivery(),
              attempt.number(),
              status,
              time.nowNanos() - sentNanos,
              webhook.conversation()));
      if (attempt.inLane()) {
        next(webhook.lane());
      }
      List<Duration> delays = webhook.habits().retries().delays();
      if (status / 100 == 2 || attempt.number() >= delays.size()) {
        pending--;
      } else {
        Attempt again = new Attempt(webhook, attempt.number() + 1, false);
        time.after(delays.get(attempt.number()).toNanos(), () -> attempt(again));
      }
    }

    private void attempt(Attempt again) {
      Deliveries.this.attempt(again);
    }
  }

  private void next(Webhook.Lane lane) {
    Webhook next = lanes.get(lane).poll();
    if (next == null) {
      lanes.remove(lane);
    } else {
      attempt(new Attempt(next, 0, true));
    }
  }
}
