package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.RunEnded.Reason;
import gameday.people.OpenWork;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrainTest {
  private static final OpenWork NONE = new OpenWork(0, 0, 0, 0, 0, 0);
  private static final OpenWork ONE_WAITS = new OpenWork(0, 1, 0, 0, 0, 0);

  private final Drain drain = new Drain(Duration.ofMinutes(20), Duration.ofMinutes(45));

  @Test
  void endsOnceEverythingHasBeenDoneForAMoment() {
    Optional<Drain.End> first = drain.look(look(21, NONE, true), 0);
    Optional<Drain.End> soon = drain.look(look(21, NONE, true), millis(699));
    Optional<Drain.End> then = drain.look(look(21, NONE, true), millis(700));

    assertEquals(Optional.empty(), first);
    assertEquals(Optional.empty(), soon);
    assertEquals(Optional.of(Reason.DRAINED), then.map(Drain.End::reason));
  }

  @Test
  void startsToWaitAnewWhenSomethingHappensMeanwhile() {
    drain.look(look(21, NONE, true), 0);
    drain.look(look(21, ONE_WAITS, true), millis(500));
    drain.look(look(21, NONE, true), millis(600));

    assertEquals(Optional.empty(), drain.look(look(21, NONE, true), millis(1200)));
  }

  @Test
  void endsWithQuestionsOpenWhenTheAllowanceIsOver() {
    assertEquals(Optional.empty(), drain.look(look(64, ONE_WAITS, true), 0));
    assertEquals(
        Optional.of(
            new Drain.End(
                Reason.STILL_OPEN,
                "the time for draining is over: 3 questions open, 0 deliveries pending")),
        drain.look(look(65, ONE_WAITS, true), 1));
  }

  @Test
  void waitsTenMinutesAfterTheLastQuestionForAPipelineThatIsGone() {
    drain.look(look(5, ONE_WAITS, false), 0);

    assertEquals(Optional.empty(), drain.look(look(29, ONE_WAITS, false), 1));
    assertEquals(
        Optional.of(
            new Drain.End(
                Reason.STILL_OPEN, "the pipeline is gone: 3 questions open, 0 deliveries pending")),
        drain.look(look(30, ONE_WAITS, false), 2));
  }

  @Test
  void waitsTheWholeAllowanceForAPipelineThatCameBack() {
    drain.look(look(5, ONE_WAITS, false), 0);
    drain.look(look(6, ONE_WAITS, true), 1);

    assertEquals(Optional.empty(), drain.look(look(40, ONE_WAITS, true), 2));
  }

  private static Drain.Look look(int minutes, OpenWork people, boolean pipeline) {
    return new Drain.Look(Duration.ofMinutes(minutes), true, people, 0, pipeline, 3);
  }

  private static long millis(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
