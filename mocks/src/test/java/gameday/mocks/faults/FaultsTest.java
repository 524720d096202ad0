package gameday.mocks.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final Fault HALF = new Fault.Errors(0.5, 500);

  @Test
  void leavesCallsAloneWhenNothingIsWrong() {
    assertEquals(Mishap.NONE, new Faults(7).onCall("slack"));
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
    var alone = fates(7, "slack", 100);
    var faults = new Faults(7);
    faults.begin("slack", HALF);
    faults.begin("help-chat", HALF);

    var beside =
        IntStream.range(0, 100)
            .mapToObj(
                n -> {
                  faults.onCall("help-chat");
                  return faults.onCall("slack").refusal().isPresent();
                })
            .toList();

    assertEquals(alone, beside);
  }

  @Test
  void endsOnlyTheFaultThatIsOver() {
    var faults = new Faults(7);
    faults.begin("slack", new Fault.Outage());
    faults.begin("slack", new Fault.Errors(1, 500));

    faults.end("slack", new Fault.Outage());

    assertEquals(500, faults.onCall("slack").refusal().orElseThrow().status());
    assertFalse(faults.isOut("slack"));
    assertThrows(IllegalArgumentException.class, () -> faults.end("slack", new Fault.Outage()));
  }

  @Test
  void isBackWhenTheLastOfTwoOutagesEnds() {
    var faults = new Faults(7);
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
    var faults = new Faults(7);
    faults.begin("slack", new Fault.Slow(chance -> 30));
    faults.begin("slack", new Fault.Slow(chance -> 12));
    faults.begin("slack", new Fault.LostAnswers(1));

    var mishap = faults.onCall("slack");

    assertEquals(42, mishap.delayNanos());
    assertTrue(mishap.answerLost());
    assertTrue(mishap.refusal().isEmpty());
  }

  private static List<Boolean> fates(long seed, String target, int calls) {
    var faults = new Faults(seed);
    faults.begin(target, HALF);
    return IntStream.range(0, calls)
        .mapToObj(n -> faults.onCall(target).refusal().isPresent())
        .toList();
  }
}
