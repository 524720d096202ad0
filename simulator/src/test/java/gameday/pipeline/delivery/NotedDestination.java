package gameday.pipeline.delivery;

import gameday.pipeline.Effect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A product in memory: what it takes stands, and can be found; a test says how sends end. */
final class NotedDestination implements Destination {
  private final List<String> standing = new ArrayList<>();
  private final List<String> sends = new ArrayList<>();
  private final List<String> looks = new ArrayList<>();
  private Function<Effect, Attempt> answers = effect -> new Attempt.Accepted("");
  private boolean readable = true;
  private int underWay;
  private int mostUnderWay;

  /** From now on sends end like this; what is accepted stands. */
  synchronized void answer(Function<Effect, Attempt> next) {
    answers = next;
  }

  /** Neither takes anything nor can be read. */
  synchronized void goDown() {
    readable = false;
    answers = effect -> new Attempt.Unknown("HTTP 503");
  }

  /** What is sent stands, but of these the answers are lost. */
  synchronized void losesAnswersTo(Predicate<Effect> lost) {
    answers =
        effect -> {
          if (lost.test(effect)) {
            standing.add(effect.key());
            return new Attempt.Unknown("connection reset");
          }
          return new Attempt.Accepted("");
        };
  }

  synchronized void comeBack() {
    readable = true;
    answers = effect -> new Attempt.Accepted("");
  }

  /** The keys of what stands, in order. */
  synchronized List<String> standing() {
    return List.copyOf(standing);
  }

  /** The keys of all sends, in order. */
  synchronized List<String> sends() {
    return List.copyOf(sends);
  }

  synchronized List<String> looks() {
    return List.copyOf(looks);
  }

  synchronized int mostUnderWay() {
    return mostUnderWay;
  }

  @Override
  public Attempt send(Effect effect) {
    begin();
    try {
      // Whoever else may come, comes now.
      Thread.yield();
      return decide(effect);
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    underWay++;
    mostUnderWay = Math.max(mostUnderWay, underWay);
  }

  private synchronized void end() {
    underWay--;
  }

  private synchronized Attempt decide(Effect effect) {
    sends.add(effect.key());
    Attempt attempt = answers.apply(effect);
    if (!(attempt instanceof Attempt.Accepted)) {
      return attempt;
    }
    standing.add(effect.key());
    return new Attempt.Accepted("ts-" + effect.key());
  }

  @Override
  public synchronized Optional<String> find(Effect effect) throws IOException {
    looks.add(effect.key());
    if (!readable) {
      throw new IOException("HTTP 503");
    }
    return standing.contains(effect.key()) ? Optional.of("ts-" + effect.key()) : Optional.empty();
  }
}
