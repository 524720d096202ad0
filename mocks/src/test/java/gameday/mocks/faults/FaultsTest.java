package gameday.mocks.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final Fault HALF = new Fault.Errors(0.5, 500);
  private static final Fault LATE =
      new Fault.DelayedWebhooks(0.5, new Delay.Fixed(Duration.ofSeconds(3)));

  private final Faults faults = new Faults(7);

  @Test
  void leavesCallsAndWebhooksAloneWhenNothingIsWrong() {
    faults.begin("help-chat", HALF);

    assertSame(Mishap.NONE, faults.onCall("slack"));
    assertSame(Meddling.NONE, faults.onWebhook("slack"));
    assertTrue(faults.isQuiet("slack"));
    assertFalse(faults.isQuiet("help-chat"));
  }

  @Test
  void leavesCallsAloneWhenOnlyWebhooksAreHit() {
    faults.begin("slack", LATE);

    assertTrue(faults.isQuiet("slack"));
    assertSame(Mishap.NONE, faults.onCall("slack"));
  }

  @Test
  void refusesAboutTheShareOfCallsItShould() {
    var refused = fates(7, "slack", 10_000).stream().filter(fate -> fate).count();

    // Ten standard deviations of a fair coin thrown 10,000 times.
    assertEquals(5_000, refused, 500);
  }

  @Test
  void drawsTheSameFromTheSameSeed() {
    assertEquals(fates(7, "slack", 200), fates(7, "slack", 200));
    assertNotEquals(fates(7, "slack", 200), fates(8, "slack", 200));
    assertNotEquals(fates(7, "slack", 200), fates(7, "help-chat", 200));
  }

  @Test
  void letsNoTargetShiftAnothersDraws() {
    var beside = beside(it -> it.begin("help-chat", HALF), it -> it.onCall("help-chat"));

    assertEquals(fates(7, "slack", 100), beside);
  }

  @Test
  void letsNoFaultShiftAnothersDraws() {
    var beside =
        beside(
            it -> {
              it.begin("slack", new Fault.LostCalls(0));
              it.begin("slack", new Fault.Slow(new Delay.Exponential(Duration.ofSeconds(1))));
              it.begin("slack", LATE);
            },
            it -> it.onWebhook("slack"));

    assertEquals(fates(7, "slack", 100), beside);
  }

  @Test
  void drawsAnewWhenAFaultComesAgain() {
    faults.begin("slack", HALF);
    var first = fates(faults, "slack", 100);
    faults.end("slack", HALF);
    faults.begin("slack", HALF);

    assertNotEquals(first, fates(faults, "slack", 100));
  }

  @Test
  void endsOnlyTheFaultThatIsOver() {
    faults.begin("slack", new Fault.Outage());
    faults.begin("slack", new Fault.Errors(1, 500));

    faults.end("slack", new Fault.Outage());

    assertEquals(
        new Fate.Troubled(new Trouble.Failed(500), false, "errors"), faults.onCall("slack").fate());
    assertFalse(faults.isOut("slack"));
    assertThrows(IllegalArgumentException.class, () -> faults.end("slack", new Fault.Outage()));
  }

  @Test
  void endsAFaultByItsName() {
    var given = faults.begin("slack", HALF);
    faults.begin("rush", "help-chat", new Fault.Outage());
    assertEquals(
        List.of(
            new Faults.Begun(given, "slack", HALF),
            new Faults.Begun("rush", "help-chat", new Fault.Outage())),
        faults.now());

    assertThrows(
        IllegalArgumentException.class, () -> faults.begin("rush", "slack", new Fault.Outage()));
    faults.end("rush");
    faults.end(given);

    assertEquals(List.of(), faults.now());
    assertFalse(faults.isOut("help-chat"));
    assertThrows(IllegalArgumentException.class, () -> faults.end("rush"));
  }

  @Test
  void tellsWatchersOfWhatBeginsAndEnds() {
    var told = new ArrayList<String>();
    faults.watch(
        new Faults.Watcher() {
          @Override
          public void began(Faults.Begun fault) {
            told.add("+" + fault.name());
          }

          @Override
          public void ended(Faults.Begun fault) {
            told.add("-" + fault.name());
          }
        });

    faults.begin("a", "slack", HALF);
    faults.end("a");

    assertEquals(List.of("+a", "-a"), told);
  }

  @Test
  void takesNoMoreFaultsThanItsBound() {
    IntStream.range(0, Faults.MOST).forEach(n -> faults.begin("slack", HALF));

    assertThrows(IllegalStateException.class, () -> faults.begin("slack", HALF));
  }

  @Test
  void sendsIntrudersToThePipelineAndNothingElse() {
    assertThrows(
        IllegalArgumentException.class, () -> faults.begin("slack", new Fault.Intruder(1)));
    assertThrows(
        IllegalArgumentException.class, () -> faults.begin("pipeline", new Fault.Outage()));
  }

  @Test
  void isBackWhenTheLastOfTwoOutagesEnds() {
    faults.begin("slack", new Fault.Outage());
    faults.begin("slack", new Fault.Outage());
    var back = faults.back("slack");

    faults.end("slack", new Fault.Outage());
    assertFalse(back.isDone());

    faults.end("slack", new Fault.Outage());
    assertTrue(back.isDone());
    assertTrue(faults.back("slack").isDone());
  }

  @Test
  void addsUpDelaysAndLosesAnswers() {
    faults.begin("slack", new Fault.Slow(chance -> 30));
    faults.begin("slack", new Fault.Slow(chance -> 12));
    faults.begin("slack", new Fault.LostAnswers(1));

    var mishap = faults.onCall("slack");

    assertEquals(42, mishap.delayNanos());
    assertEquals(new Fate.Dropped(true, "lost-answers"), mishap.fate());
  }

  @Test
  void letsTheFirstFaultCountUnlessNobodyIsThere() {
    faults.begin("slack", new Fault.LostAnswers(1));
    faults.begin("slack", new Fault.Errors(1, 500));
    assertEquals(new Fate.Dropped(true, "lost-answers"), faults.onCall("slack").fate());

    faults.begin("slack", new Fault.Outage());

    assertEquals(
        new Fate.Troubled(new Trouble.Unavailable(), false, "outage"),
        faults.onCall("slack").fate());
  }

  @Test
  void acceptsTheShareOfTimedOutCallsItShould() {
    faults.begin("slack", new Fault.TimeOuts(1, 0.25));

    var accepted =
        IntStream.range(0, 10_000)
            .filter(
                n -> assertInstanceOf(Fate.Held.class, faults.onCall("slack").fate()).accepted())
            .count();

    // Ten standard deviations of a coin of 1 in 4 thrown 10,000 times: 10 * 43.3.
    assertEquals(2_500, accepted, 433);
  }

  @Test
  void cutsAnswersSomewhereInTheMiddle() {
    faults.begin("slack", new Fault.CutAnswers(1, 0.5));

    var cuts =
        IntStream.range(0, 1_000)
            .mapToObj(n -> assertInstanceOf(Fate.Cut.class, faults.onCall("slack").fate()))
            .toList();

    assertTrue(cuts.stream().allMatch(cut -> cut.part() >= 0.1 && cut.part() < 0.9));
    assertEquals(500, cuts.stream().filter(Fate.Cut::closed).count(), 160);
  }

  @Test
  void meddlesWithWebhooksAsEachFaultSays() {
    faults.begin("slack", new Fault.DuplicatedWebhooks(1));
    faults.begin("slack", new Fault.ReorderedWebhooks(1));
    faults.begin("slack", LATE);
    faults.begin("slack", LATE);
    faults.begin("slack", new Fault.LostWebhooks(0));

    var all = IntStream.range(0, 1_000).mapToObj(n -> faults.onWebhook("slack")).toList();

    assertTrue(all.stream().allMatch(it -> it.duplicated() && it.reordered() && !it.lost()));
    assertEquals(
        List.of(0L, 3_000_000_000L, 6_000_000_000L),
        all.stream().map(Meddling::delayNanos).distinct().sorted().toList());
  }

  @Test
  void repeatsAWebhookUpToElevenTimesInAll() {
    faults.begin("slack", new Fault.RepeatedWebhooks(1, 11));

    var repeats =
        IntStream.range(0, 1_000).map(n -> faults.onWebhook("slack").repeats()).boxed().toList();

    assertEquals(
        IntStream.rangeClosed(1, 10).boxed().toList(),
        repeats.stream().distinct().sorted().toList());
  }

  @Test
  void putsAProductsClockWrongAndRightAgain() {
    var stale = new Fault.StaleClock(Duration.ofMinutes(-10));
    var clock = faults.clock("slack");
    faults.begin("slack", stale);

    assertEquals(-600, Duration.between(clock.rightNow(), clock.instant()).toSeconds(), 1);
    assertEquals(
        Instant.EPOCH, clock.asOf(Instant.EPOCH, clock::instant), "work done as of another time");
    assertEquals(Duration.ZERO, faults.clock("help-chat").off());

    faults.end("slack", stale);
    assertEquals(Duration.ZERO, clock.off());
  }

  private List<Boolean> beside(Consumer<Faults> first, Consumer<Faults> between) {
    first.accept(faults);
    faults.begin("slack", HALF);
    return IntStream.range(0, 100)
        .mapToObj(
            n -> {
              between.accept(faults);
              return isRefused(faults.onCall("slack"));
            })
        .toList();
  }

  private static List<Boolean> fates(long seed, String target, int calls) {
    var fresh = new Faults(seed);
    fresh.begin(target, HALF);
    return fates(fresh, target, calls);
  }

  private static List<Boolean> fates(Faults faults, String target, int calls) {
    return IntStream.range(0, calls).mapToObj(n -> isRefused(faults.onCall(target))).toList();
  }

  private static boolean isRefused(Mishap mishap) {
    return mishap.fate() instanceof Fate.Troubled;
  }
}
