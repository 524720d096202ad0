package gameday.mocks.intruder;

import gameday.mocks.delivery.Signing;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.delivery.Wiretap;
import gameday.mocks.faults.Fault;
import gameday.mocks.faults.Faults;
import gameday.mocks.faults.FaultyClock;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Tries its tricks on the pipeline while a {@link Fault.Intruder} is on, one after the other at the
 * fault's pace. It begins to listen with the fault, and tries nothing on a door through which
 * nothing has come since. All its chance comes from the seed. Safe for use by many threads.
 */
public final class Intruder implements Wiretap, Faults.Watcher, AutoCloseable {
  private static final double NANOS_PER_MINUTE = 60e9;

  private final double speed;
  private final Faults faults;
  private final Visit visit;
  private final Notebook notebook;
  private final Deck deck;
  private final SplittableRandom chance;
  private final InstantSource clock = InstantSource.system();
  private final Map<String, ScheduledFuture<?>> rounds = new ConcurrentHashMap<>();
  private final ScheduledExecutorService pacemaker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("intruder").factory());
  private volatile boolean listening;

  /**
   * @param seed all its chance
   * @param speed seconds of event time in one second; its pace is event time
   * @param faults says when it is at work; must be watched for it by the caller
   * @param doors names of the products whose webhooks the pipeline takes
   */
  public Intruder(
      long seed, double speed, Faults faults, List<String> doors, IntruderListener listener) {
    var seeds = new SplittableRandom(seed);
    this.speed = speed;
    this.faults = faults;
    this.visit = new Visit(listener);
    this.notebook = new Notebook(seeds.nextLong());
    this.deck = new Deck(doors, seeds.nextLong());
    this.chance = seeds.split();
  }

  /** Where the pipeline listens, without a path. */
  public void pipeline(URI base) {
    visit.pipeline(base);
  }

  @Override
  public void heard(Webhook webhook, Map<String, String> headers) {
    if (listening) {
      var signedAt = faults.clock(webhook.from()).instant();
      notebook.add(new Overheard(webhook, Map.copyOf(headers), signedAt));
    }
  }

  @Override
  public void began(Faults.Begun fault) {
    if (fault.fault() instanceof Fault.Intruder intruder) {
      listening = true;
      var gap = Math.max(1, (long) (NANOS_PER_MINUTE / intruder.perMinute() / speed));
      rounds.put(
          fault.name(),
          pacemaker.scheduleAtFixedRate(this::tryNext, gap, gap, TimeUnit.NANOSECONDS));
    }
  }

  @Override
  public void ended(Faults.Begun fault) {
    var round = rounds.remove(fault.name());
    if (round != null) {
      round.cancel(false);
    }
  }

  /** Goes home; what is under way isn't waited for. */
  @Override
  public void close() {
    pacemaker.shutdownNow();
    visit.close();
  }

  /** The next trick that can be played; none if nothing was heard yet. */
  private void tryNext() {
    for (var card = 0; card < deck.size(); card++) {
      var next = deck.next();
      var planned = notebook.any(next.on(), chance).flatMap(heard -> planned(next.trick(), heard));
      if (planned.isPresent()) {
        visit.pay(planned.get());
        return;
      }
    }
  }

  /** How a trick goes with what was heard; empty if it doesn't. */
  private Optional<Visit.Plan> planned(Trick trick, Overheard heard) {
    var tellsTime = new Signing(heard.webhook(), 0, "").tellsTime(clock(heard));
    return switch (trick) {
      case UNSIGNED, WRONGLY_SIGNED -> forged(trick, heard);
      // Who signs without a time can't be made to look late.
      case STALE -> tellsTime ? forged(trick, heard) : Optional.empty();
      case REPLAYED, REPLAYED_LATE -> {
        boolean late = tellsTime && heard.isPastBelief(clock.instant());
        yield Optional.of(
            new Visit.Plan(
                late ? Trick.REPLAYED_LATE : Trick.REPLAYED,
                heard.webhook(),
                heard.headers(),
                heard.webhook().body(),
                ""));
      }
    };
  }

  private Optional<Visit.Plan> forged(Trick trick, Overheard heard) {
    return Forger.of(heard, chance)
        .map(
            forged -> {
              var signing = new Signing(resembling(heard.webhook(), forged.body()), 0, "");
              var headers =
                  new Signatures(clock(heard), chance).headers(trick, signing, clock.instant());
              return new Visit.Plan(
                  trick, signing.webhook(), headers, forged.body(), forged.mark());
            });
  }

  private static Webhook resembling(Webhook genuine, byte[] body) {
    return new Webhook(
        genuine.from(),
        genuine.path(),
        genuine.delivery(),
        genuine.conversation(),
        body,
        genuine.signer(),
        genuine.retries());
  }

  private FaultyClock clock(Overheard heard) {
    return faults.clock(heard.webhook().from());
  }
}
