package gameday.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
  private final VirtualTime time = new VirtualTime(100);
  private final List<String> done = new ArrayList<>();

  @Test
  void jumpsFromOneThingToTheNext() {
    time.after(50, () -> done.add("later at " + time.nowNanos()));
    time.at(20, () -> done.add("first at " + time.nowNanos()));

    run();

    assertEquals(List.of("first at 20", "later at 50"), done);
  }

  @Test
  void doesWhatIsAskedForTooLateNow() {
    time.at(
        30,
        () -> {
          time.after(0, () -> done.add("asked first"));
          time.at(10, () -> done.add("late at " + time.nowNanos()));
        });

    run();

    assertEquals(List.of("asked first", "late at 30"), done);
  }

  @Test
  void doesNotDoWhatWasCancelled() {
    long handle = time.after(10, () -> done.add("cancelled"));

    time.cancel(handle);

    assertFalse(time.step());
    assertEquals(List.of(), done);
  }

  private void run() {
    while (time.step()) {
      // Until nothing is left.
    }
  }
}
