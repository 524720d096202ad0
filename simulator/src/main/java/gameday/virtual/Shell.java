package gameday.virtual;

import gameday.history.Happening;
import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import gameday.pipeline.Input;
import gameday.pipeline.Pipeline;
import gameday.pipeline.Playbook;
import gameday.pipeline.Signal;
import gameday.pipeline.record.Arrival;
import gameday.simulation.VirtualTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.IntConsumer;

/**
 * The pipeline around its core: what it learns goes into a log, and what is to be done into an
 * outbox, both at once; only these two survive a crash. A life lasts from a start to a crash.
 */
final class Shell implements PipelineDoor, Courier.Outbox, CatchUp.Learner {
  private static final int UNAUTHORIZED = 401;
  private static final int OK = 200;
  private static final int KILLED = 137;

  /** How long who acknowledges first takes to store an agent's note then. */
  private static final long STORING_LATER_NANOS = 60_000_000_000L;

  private final VirtualTime time;
  private final Chronicle chronicle;
  private final Conduct conduct;
  private final Playbook playbook;
  private final Work work;

  // What survives.
  private final List<Input> log = new ArrayList<>();
  private final Map<String, Effect> outbox = new LinkedHashMap<>();

  // What a life has.
  private Pipeline core;
  private Courier courier;
  private CatchUp catchUp;
  private final Map<String, Long> latestParts = new LinkedHashMap<>();
  private boolean alive;
  private int life;
  private long tickAt = Long.MAX_VALUE;
  private long tick;

  /** What a life works with. */
  interface Work {
    Courier courier(Courier.Outbox outbox);

    CatchUp catchUp(CatchUp.Learner learner);

    /** A step of the pipeline is done; a crash may come of it. */
    void stepped();
  }

  Shell(VirtualTime time, Chronicle chronicle, Conduct conduct, Playbook playbook, Work work) {
    this.time = time;
    this.chronicle = chronicle;
    this.conduct = conduct;
    this.playbook = conduct.playbook(playbook);
    this.work = work;
  }

  /** Starts for the first time: there is nothing to catch up with. */
  void start() {
    begin();
  }

  private void begin() {
    life++;
    alive = true;
    core = new Pipeline(playbook);
    latestParts.clear();
    log.forEach(core::on);
    courier = work.courier(this);
    catchUp = work.catchUp(this);
    chronicle.record(new Happening.PipelineReady("in virtual time"));
  }

  /** It is killed; does nothing if it is dead already. */
  void crash() {
    if (alive) {
      alive = false;
      life++;
      courier.stop();
      catchUp.stop();
      time.cancel(tick);
      tickAt = Long.MAX_VALUE;
      chronicle.record(new Happening.PipelineGone(true, KILLED));
    }
  }

  /** It is started again; is there a moment later. */
  void restart() {
    int before = life;
    time.after(
        Latency.STARTING,
        () -> {
          if (!alive && before == life) {
            begin();
            List<Effect> left = new ArrayList<>(outbox.values());
            learn(List.of(new Arrival("was-away:" + log.size(), new Signal.WasAway())));
            left.forEach(effect -> courier.deliver(effect, true));
            catchUp.start();
          }
        });
  }

  boolean isThere() {
    return alive;
  }

  /** Whether it takes a forged request for genuine: an old one, or one nobody it knows signed. */
  boolean believes(boolean old) {
    return old ? !conduct.looksAtTimes() : !conduct.looksAtSignatures();
  }

  /** Whether nothing waits to be done, and nothing that was missed is looked for. */
  boolean isQuiet() {
    return alive && outbox.isEmpty() && catchUp.isDone();
  }

  // ---- what comes in ----

  @Override
  public void takes(Webhook webhook, boolean stale, long patienceNanos, IntConsumer answer) {
    if (!alive) {
      answer.accept(0);
    } else if (stale && conduct.looksAtTimes()) {
      acknowledge(UNAUTHORIZED, patienceNanos, answer);
    } else if (conduct.storesBeforeAcknowledging()) {
      ifAlive(
          Latency.STORING,
          () -> {
            learn(understood(webhook));
            acknowledge(OK, patienceNanos, answer);
          },
          () -> answer.accept(0));
    } else {
      storesLater(understood(webhook));
      acknowledge(OK, patienceNanos, answer);
      work.stepped();
    }
  }

  /** Only notes may wait: what begins or ends a wait would make deadlines late as well. */
  private void storesLater(List<Arrival> arrivals) {
    boolean mayWait =
        arrivals.stream().anyMatch(arrival -> arrival.signal() instanceof Signal.AgentNoted);
    if (mayWait) {
      ifAlive(STORING_LATER_NANOS, () -> learn(arrivals), () -> {});
    } else {
      learn(arrivals);
    }
  }

  private void acknowledge(int status, long patienceNanos, IntConsumer answer) {
    long held = conduct.holdsAcknowledgements().toNanos();
    if (!alive) {
      answer.accept(0);
    } else if (held == 0) {
      answer.accept(status);
    } else if (held >= patienceNanos) {
      time.after(patienceNanos, () -> answer.accept(0));
    } else {
      ifAlive(held, () -> answer.accept(status), () -> answer.accept(0));
    }
  }

  private void ifAlive(long delayNanos, Runnable action, Runnable otherwise) {
    int then = life;
    time.after(delayNanos, () -> (life == then ? action : otherwise).run());
  }

  /** What a webhook tells to who remembers which part of a conversation was the latest. */
  private List<Arrival> understood(Webhook webhook) {
    News news = webhook.news();
    boolean newest = news.part() == 0 || takesNote(webhook.conversation(), news.part());
    return newest || !news.onlyIfNewest() ? news.arrivals() : List.of();
  }

  @Override
  public boolean takesNote(String conversation, long part) {
    return latestParts.merge(conversation, part, Math::max) == part;
  }

  @Override
  public void learn(List<Arrival> arrivals) {
    for (Arrival arrival : arrivals) {
      if (!core.knows(arrival.key())) {
        Input input = new Input(arrival.key(), time.nowNanos(), arrival.signal());
        conduct.hears(input).forEach(this::take);
      }
    }
    planTick();
    work.stepped();
  }

  private void take(Input input) {
    if (core.knows(input.key())) {
      return;
    }
    log.add(input);
    for (Effect effect : core.on(input)) {
      for (Effect done : conduct.does(effect)) {
        outbox.put(done.key(), done);
        courier.deliver(done, false);
      }
    }
  }

  private void planTick() {
    OptionalLong deadline = core.nextDeadlineNanos();
    long next = deadline.orElse(Long.MAX_VALUE);
    if (next == tickAt) {
      return;
    }
    time.cancel(tick);
    tickAt = next;
    if (deadline.isPresent()) {
      tick = time.at(next, this::ticks);
    }
  }

  private void ticks() {
    String key = "tick:" + tickAt + "@" + log.size();
    tickAt = Long.MAX_VALUE;
    learn(List.of(new Arrival(key, new Signal.Tick())));
  }

  @Override
  public boolean knows(String key) {
    return core.knows(key);
  }

  @Override
  public Pipeline core() {
    return core;
  }

  @Override
  public int learnt() {
    return log.size();
  }

  // ---- what goes out ----

  @Override
  public boolean isWanted(String effectKey) {
    return core.wants(effectKey);
  }

  @Override
  public void settled(Effect effect, List<Arrival> outcome) {
    outbox.remove(effect.key());
    if (outcome.isEmpty()) {
      work.stepped();
    } else {
      learn(outcome);
    }
  }
}
