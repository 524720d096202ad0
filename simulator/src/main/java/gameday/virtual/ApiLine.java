package gameday.virtual;

import gameday.history.Happening;
import gameday.mocks.faults.Fate;
import gameday.mocks.faults.Faults;
import gameday.mocks.faults.Mishap;
import gameday.mocks.faults.Trouble;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.products.SlackWords;
import gameday.simulation.VirtualTime;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The pipeline's calls of the products, with the faults that hit them. */
final class ApiLine {
  private static final int NO_ANSWER = 0;
  private static final int OK = 200;
  private static final Attempt UNREADABLE = new Attempt.Unknown("unreadable answer");
  private static final Attempt DROPPED = new Attempt.Unknown("connection reset");
  private static final Attempt TIMED_OUT = new Attempt.Unknown("timed out");

  private final VirtualTime time;
  private final Faults faults;
  private final Chronicle chronicle;
  private final Runnable carried;

  /**
   * @param carried runs when a call has been dealt with and its answer is on its way
   */
  ApiLine(VirtualTime time, Faults faults, Chronicle chronicle, Runnable carried) {
    this.time = time;
    this.faults = faults;
    this.chronicle = chronicle;
    this.carried = carried;
  }

  /**
   * Calls a product.
   *
   * @param on its name
   * @param label what is called, for the history
   * @param carriedOut carries the call out; runs once at most
   * @param then is told what came back
   */
  <T> void call(
      String on, String label, Supplier<Outcome<T>> carriedOut, Consumer<Outcome<T>> then) {
    time.after(
        Latency.HOP,
        () -> {
          Mishap mishap = faults.onCall(on);
          Outcome<T> seen = played(on, label, mishap.fate(), carriedOut);
          long delay = mishap.fate() instanceof Fate.Held ? Long.MAX_VALUE : mishap.delayNanos();
          boolean late = delay > Latency.CALL_PATIENCE;
          Outcome<T> told = late ? Outcome.trouble(seen.status(), seen.word(), TIMED_OUT) : seen;
          time.after(Latency.HOP + Math.min(delay, Latency.CALL_PATIENCE), () -> then.accept(told));
          carried.run();
        });
  }

  private <T> Outcome<T> played(
      String on, String label, Fate fate, Supplier<Outcome<T>> carriedOut) {
    Outcome<T> seen =
        switch (fate) {
          case Fate.Fine fine -> carriedOut.get();
          case Fate.Troubled troubled -> {
            carryOut(troubled.accepted(), carriedOut);
            yield troubled(on, troubled);
          }
          case Fate.Paged paged -> {
            carryOut(paged.accepted(), carriedOut);
            yield Outcome.trouble(paged.status(), paged.word(), UNREADABLE);
          }
          case Fate.Dropped dropped ->
              Outcome.trouble(carryOut(dropped.accepted(), carriedOut), dropped.word(), DROPPED);
          case Fate.Held held ->
              Outcome.trouble(carryOut(held.accepted(), carriedOut), held.word(), TIMED_OUT);
          case Fate.Cut cut -> Outcome.trouble(carriedOut.get().status(), cut.word(), UNREADABLE);
        };
    chronicle.record(new Happening.PipelineCalled(on, label, seen.status(), seen.word()));
    return seen;
  }

  /** The status of the answer that nobody gets, if there was one. */
  private static <T> int carryOut(boolean accepted, Supplier<Outcome<T>> carriedOut) {
    return accepted ? carriedOut.get().status() : NO_ANSWER;
  }

  private static <T> Outcome<T> troubled(String on, Fate.Troubled troubled) {
    boolean slack = on.equals(SlackSpace.NAME);
    String word = troubled.word();
    return switch (troubled.trouble()) {
      case Trouble.Unavailable out -> Outcome.trouble(503, word, ofStatus(on, 503));
      case Trouble.Failed failed ->
          Outcome.trouble(failed.status(), word, ofStatus(on, failed.status()));
      case Trouble.RateLimited limited -> limited(word, limited.retryAfterSeconds());
      case Trouble.Said said ->
          slack
              ? Outcome.trouble(OK, word, SlackWords.ofError(said.word()))
              : Outcome.trouble(500, word, ofStatus(on, 500));
      case Trouble.TokenRevoked revoked ->
          slack
              ? Outcome.trouble(OK, word, SlackWords.ofError("token_revoked"))
              : Outcome.trouble(401, word, ofStatus(on, 401));
    };
  }

  private static <T> Outcome<T> limited(String word, OptionalInt seconds) {
    String told = seconds.isPresent() ? word + " " + seconds.getAsInt() + "s" : word;
    return Outcome.trouble(429, told, new Attempt.NotNow(Duration.ofSeconds(seconds.orElse(1))));
  }

  /** Slack says what is wrong with a message in a 200; any other status is trouble on the way. */
  private static Attempt ofStatus(String on, int status) {
    Attempt attempt = Attempt.ofStatus(status, "");
    return on.equals(SlackSpace.NAME) ? new Attempt.Unknown("HTTP " + status) : attempt;
  }
}
