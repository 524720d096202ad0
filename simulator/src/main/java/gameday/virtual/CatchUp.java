package gameday.virtual;

import gameday.pipeline.Conversation;
import gameday.pipeline.Pipeline;
import gameday.pipeline.Signal;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.Backoff;
import gameday.pipeline.record.Arrival;
import gameday.process.Chat;
import gameday.simulation.VirtualTime;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks, after a start, for what was missed: first in the help chat, then in Slack. Deadlines wait
 * for it, but not for long. In one life of the pipeline.
 */
final class CatchUp {
  private static final long DEADLINES_WAIT_NANOS = 3_000_000_000L;
  private static final int MOST_ROUNDS = 100;
  private static final int PATIENCE = 20;

  private final VirtualTime time;
  private final Backoff backoff;
  private final Sources sources;
  private final Learner learner;
  private int rounds;
  private int told;
  private boolean complete;
  private boolean done = true;
  private boolean stopped;

  /** Whoever learns what is found. */
  interface Learner {
    /** Stores it. */
    void learn(List<Arrival> arrivals);

    /** Whether something of that key was learnt. */
    boolean knows(String key);

    /** Whether a part of a conversation is the latest that was heard of; it is then. */
    boolean takesNote(String conversation, long part);

    Pipeline core();

    /** How much was learnt. */
    int learnt();
  }

  /**
   * What is read.
   *
   * @param chatGate before the help chat
   * @param slackGate before Slack's reading methods
   */
  record Sources(
      ApiLine line, ChatRoom chat, SlackSpace slack, VirtualGate chatGate, VirtualGate slackGate) {}

  CatchUp(VirtualTime time, Backoff backoff, Sources sources, Learner learner) {
    this.time = time;
    this.backoff = backoff;
    this.sources = sources;
    this.learner = learner;
  }

  /** Begins. */
  void start() {
    done = false;
    after(DEADLINES_WAIT_NANOS, () -> deadlinesGoOn(false));
    round();
  }

  void stop() {
    stopped = true;
  }

  /** Whether nothing is looked for. */
  boolean isDone() {
    return done;
  }

  private void after(long nanos, Runnable action) {
    time.after(
        nanos,
        () -> {
          if (!stopped) {
            action.run();
          }
        });
  }

  private void deadlinesGoOn(boolean whole) {
    String key = "caught-up:" + learner.learnt() + ":" + ++told;
    learner.learn(List.of(new Arrival(key, new Signal.CaughtUp(whole))));
  }

  private void round() {
    rounds++;
    complete = true;
    readChat(() -> readSlack(this::roundEnds));
  }

  private void roundEnds() {
    deadlinesGoOn(complete);
    if (stopped) {
      return;
    }
    if (complete || rounds == MOST_ROUNDS) {
      done = true;
    } else {
      after(backoff.after(rounds).toNanos(), this::round);
    }
  }

  // ---- the help chat ----

  private void readChat(Runnable then) {
    long asOf = time.nowNanos();
    this.<List<Talk>>read(
        Dialect.Reading.LIST,
        sources.chat()::open,
        open -> {
          Queue<Talk> listed = new ArrayDeque<>(open);
          Set<String> there = new HashSet<>();
          open.forEach(talk -> there.add(talk.id()));
          readOpen(listed, asOf, () -> readClosed(there, then));
        },
        then);
  }

  private void readOpen(Queue<Talk> listed, long asOf, Runnable then) {
    Talk next = listed.poll();
    if (next == null) {
      then.run();
      return;
    }
    Runnable more = () -> readOpen(listed, asOf, then);
    this.<Talk>read(
        Dialect.Reading.MESSAGES,
        () -> sources.chat().one(next.id()),
        talk -> {
          noted(talk);
          learnt(sources.chat().dialect().found(talk, asOf), more);
        },
        more);
  }

  /** Those that are open as far as we know, but weren't in the list. */
  private void readClosed(Set<String> there, Runnable then) {
    Queue<Conversation> missing = new ArrayDeque<>();
    for (Conversation known : learner.core().open(Chat.HELP)) {
      if (!there.contains(known.id())) {
        missing.add(known);
      }
    }
    readOne(missing, then);
  }

  private void readOne(Queue<Conversation> missing, Runnable then) {
    Conversation next = missing.poll();
    if (next == null) {
      then.run();
      return;
    }
    long asOf = time.nowNanos();
    Runnable more = () -> readOne(missing, then);
    this.<Talk>read(
        Dialect.Reading.ONE,
        () -> sources.chat().one(next.id()),
        talk -> {
          if (talk.isOpen()) {
            more.run();
          } else {
            noted(talk);
            learnt(sources.chat().dialect().foundClosed(talk, asOf), more);
          }
        },
        more);
  }

  private void noted(Talk talk) {
    if (sources.chat().dialect().hasParts()) {
      learner.takesNote(talk.id(), talk.lastPart);
    }
  }

  private <T> void read(
      Dialect.Reading what,
      java.util.function.Supplier<Outcome<T>> reading,
      Consumer<T> found,
      Runnable otherwise) {
    String label = sources.chat().dialect().reading(what);
    Call<T> call = new Call<>(sources.chat().name(), label, reading, sources.chatGate());
    ask(call, 0, found, otherwise);
  }

  // ---- Slack ----

  private void readSlack(Runnable then) {
    ask(
        new Call<>(
            SlackSpace.NAME, SlackSpace.HISTORY, sources.slack()::history, sources.slackGate()),
        0,
        roots -> {
          for (SlackMessage root : roots) {
            learner.learn(SlackSpace.found(root));
            if (stopped) {
              return;
            }
          }
          readThreads(new ArrayDeque<>(roots), then);
        },
        then);
  }

  private void readThreads(Queue<SlackMessage> roots, Runnable then) {
    SlackMessage root = roots.poll();
    while (root != null && !hasNews(root)) {
      root = roots.poll();
    }
    if (root == null) {
      then.run();
      return;
    }
    SlackMessage thread = root;
    ask(
        new Call<>(
            SlackSpace.NAME,
            SlackSpace.REPLIES,
            () -> sources.slack().replies(thread),
            sources.slackGate()),
        0,
        replies -> {
          for (SlackMessage reply : replies) {
            learner.learn(SlackSpace.found(reply));
            if (stopped) {
              return;
            }
          }
          readThreads(roots, then);
        },
        () -> readThreads(roots, then));
  }

  private boolean hasNews(SlackMessage root) {
    return !root.replies.isEmpty() && !learner.knows("slack:message:" + root.replies.getLast().ts);
  }

  // ---- calls ----

  /** One call that reads. */
  private record Call<T>(
      String on, String label, java.util.function.Supplier<Outcome<T>> reading, VirtualGate gate) {}

  private void learnt(List<Arrival> arrivals, Runnable then) {
    learner.learn(arrivals);
    if (!stopped) {
      then.run();
    }
  }

  /** Asks, again as often as the product asks to come later. */
  private <T> void ask(Call<T> call, int again, Consumer<T> found, Runnable otherwise) {
    call.gate()
        .enter(
            () -> {
              if (!stopped) {
                sources
                    .line()
                    .<T>call(
                        call.on(),
                        call.label(),
                        call.reading(),
                        outcome -> told(call, again, outcome, found, otherwise));
              }
            });
  }

  private <T> void told(
      Call<T> call, int again, Outcome<T> outcome, Consumer<T> found, Runnable otherwise) {
    if (stopped) {
      return;
    }
    Optional<T> value = outcome.value();
    boolean later = outcome.attempt() instanceof Attempt.NotNow;
    if (outcome.attempt() instanceof Attempt.NotNow notNow) {
      call.gate().closeFor(notNow.after().toNanos());
    }
    if (later && again < PATIENCE) {
      ask(call, again + 1, found, otherwise);
    } else if (value.isPresent()) {
      found.accept(value.get());
    } else {
      complete = false;
      otherwise.run();
    }
  }
}
