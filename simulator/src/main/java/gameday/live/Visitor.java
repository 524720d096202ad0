package gameday.live;

import java.util.OptionalLong;

/** A {@link Visit} as a Gatling user goes through it: on the clock, one decision at a time. */
final class Visitor {
  private final Visit visit;
  private final LiveClock clock;
  private Next next;

  /** A visitor who has just come. */
  Visitor(Visit visit, LiveClock clock) {
    this.visit = visit;
    this.clock = clock;
    decide();
  }

  void decide() {
    next = visit.next(clock.now());
  }

  boolean isGone() {
    return next instanceof Next.Leave;
  }

  boolean sends() {
    return next instanceof Next.Send;
  }

  /** What to send; only if the visitor {@link #sends}. */
  Next.Send sending() {
    return (Next.Send) next;
  }

  /** What to wait for; only if the visitor neither sends nor is gone. */
  Park.Wait waiting() {
    Next.Await await = (Next.Await) next;
    return new Park.Wait(
        visit.mailbox().arrival(),
        await.until().map(clock::nanoTimeOf).map(OptionalLong::of).orElse(OptionalLong.empty()));
  }

  /** The call ended; {@code status} is 0 if there was no answer. */
  void ended(int status, String body) {
    visit.ended(status, body, clock.now());
    decide();
  }
}
