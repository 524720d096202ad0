package gameday.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EventQueueTest {
  private final EventQueue queue = new EventQueue(100_000);
  private final List<String> done = new ArrayList<>();

  @Test
  void givesTheEarliestFirst() {
    add(30, "c");
    add(-5, "a");
    add(10, "b");

    assertEquals(List.of("a", "b", "c"), drained());
  }

  @Test
  void givesThoseOfOneTimeInTheOrderTheyCame() {
    for (int number = 0; number < 40; number++) {
      add(7, "" + number);
    }

    assertEquals(java.util.stream.IntStream.range(0, 40).mapToObj(i -> "" + i).toList(), drained());
  }

  @Test
  void leavesOutWhatWasCancelled() {
    add(1, "a");
    long handle = add(2, "b");
    add(3, "c");

    assertTrue(queue.cancel(handle));

    assertEquals(List.of("a", "c"), drained());
  }

  @Test
  void cancelsNothingTwiceAndNothingThatIsOver() {
    long cancelled = add(1, "a");
    queue.cancel(cancelled);
    long over = add(2, "b");
    queue.remove();
    add(3, "c");

    assertFalse(queue.cancel(cancelled));
    assertFalse(queue.cancel(over));
    assertFalse(queue.cancel(0));
    assertEquals(1, queue.size());
  }

  @Test
  void tellsWhenTheFirstIsDue() {
    add(20, "b");
    add(10, "a");

    assertEquals(10, queue.firstNanos());
  }

  @Test
  void refusesWhatGoesBeyondItsBound() {
    EventQueue small = new EventQueue(2);
    small.add(1, () -> {});
    small.add(2, () -> {});

    assertThrows(IllegalStateException.class, () -> small.add(3, () -> {}));
  }

  @Test
  void anEmptyQueueHasNoFirst() {
    assertTrue(queue.isEmpty());
    assertThrows(IllegalStateException.class, queue::firstNanos);
    assertThrows(IllegalStateException.class, queue::remove);
  }

  private record Expected(long time, long sequence, long handle) {}

  @Test
  void agreesWithAPriorityQueueWhateverIsAddedTakenAndCancelled() {
    long seed = 20261125;
    SplittableRandom chance = new SplittableRandom(seed);
    PriorityQueue<Expected> expected =
        new PriorityQueue<>(
            Comparator.comparingLong(Expected::time).thenComparingLong(Expected::sequence));
    List<Expected> known = new ArrayList<>();
    long[] ran = {-1};
    for (int step = 0; step < 200_000; step++) {
      int what = chance.nextInt(10);
      // First more is added than taken, then the other way round: it grows and is emptied.
      if (what < (step < 100_000 ? 6 : 3)) {
        long sequence = step;
        long time = chance.nextInt(1_000);
        long handle = queue.add(time, () -> ran[0] = sequence);
        Expected added = new Expected(time, sequence, handle);
        expected.add(added);
        known.add(added);
      } else if (what < 8 && !known.isEmpty()) {
        Expected any = known.get(chance.nextInt(known.size()));
        assertEquals(expected.remove(any), queue.cancel(any.handle()), "seed " + seed);
      } else if (!expected.isEmpty()) {
        Expected first = expected.remove();
        assertEquals(first.time(), queue.firstNanos(), "seed " + seed);
        queue.remove().run();
        assertEquals(first.sequence(), ran[0], "seed " + seed);
      }
      if (known.size() > 2_000) {
        known.clear();
      }
      assertEquals(expected.size(), queue.size(), "seed " + seed);
    }
  }

  private long add(long time, String name) {
    return queue.add(time, () -> done.add(name));
  }

  private List<String> drained() {
    while (!queue.isEmpty()) {
      queue.remove().run();
    }
    return done;
  }
}
