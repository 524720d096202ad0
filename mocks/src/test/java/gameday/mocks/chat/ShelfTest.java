package gameday.mocks.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShelfTest {
  private final List<String> forgotten = new ArrayList<>();
  private final Shelf<Integer, String> shelf = new Shelf<>(3, forgotten::add);

  @Test
  void keepsTheOrderInWhichThingsCame() {
    put(3, "c");
    put(1, "a");
    put(2, "b");

    assertEquals(List.of("c", "a", "b"), shelf.all());
    assertEquals(Optional.of("a"), shelf.find(1));
    assertEquals(Optional.empty(), shelf.find(4));
  }

  @Test
  void forgetsWhatWasReleasedLongestAgo() {
    put(1, "a");
    put(2, "b");
    put(3, "c");
    shelf.release(2);
    shelf.release(1);

    put(4, "d");

    assertEquals(List.of("a", "c", "d"), shelf.all());
    assertEquals(Optional.empty(), shelf.find(2));
    assertEquals(List.of("b"), forgotten);
  }

  @Test
  void takesNothingMoreWhileEverythingIsHeld() {
    put(1, "a");
    put(2, "b");
    put(3, "c");

    assertEquals(Optional.empty(), shelf.enter(4, () -> "d"));
    shelf.release(3);
    assertEquals(Optional.of("d"), shelf.enter(4, () -> "d"));
    assertEquals(List.of("a", "b", "d"), shelf.all());
  }

  @Test
  void keepsWhatIsHeldAgain() {
    put(1, "a");
    put(2, "b");
    put(3, "c");
    shelf.release(1);
    shelf.release(2);

    assertTrue(shelf.hold(1));
    put(4, "d");

    assertEquals(List.of("a", "c", "d"), shelf.all());
    assertFalse(shelf.hold(2), "forgotten");
  }

  @Test
  void keepsWhatSomebodyElseStillHolds() {
    put(1, "a");
    assertEquals(Optional.of("a"), shelf.enter(1, () -> "another"), "it is there already");
    put(2, "b");
    put(3, "c");

    shelf.release(1);

    assertEquals(Optional.empty(), shelf.enter(4, () -> "d"));
    shelf.release(1);
    put(4, "d");
    assertEquals(List.of("b", "c", "d"), shelf.all());
  }

  @Test
  void refusesToReleaseWhatNobodyHolds() {
    put(1, "a");
    shelf.release(1);

    assertThrows(IllegalStateException.class, () -> shelf.release(1));
    assertThrows(IllegalStateException.class, () -> shelf.release(9));
    assertThrows(IllegalArgumentException.class, () -> new Shelf<>(0));
  }

  @Test
  void staysWithinItsBoundUnderManyThreads() throws Exception {
    Shelf<Integer, Integer> small = new Shelf<>(8);
    List<Future<Boolean>> threads = new ArrayList<>();

    try (var executor = Executors.newFixedThreadPool(8)) {
      for (int thread = 0; thread < 8; thread++) {
        int first = thread * 1_000;
        // A thread holds one at a time, so there is always room.
        threads.add(
            executor.submit(
                () ->
                    IntStream.range(first, first + 1_000)
                        .allMatch(
                            key -> {
                              boolean mine = small.enter(key, () -> key).equals(Optional.of(key));
                              small.release(key);
                              return mine;
                            })));
      }
    }

    for (Future<Boolean> thread : threads) {
      assertTrue(thread.get());
    }
    assertEquals(8, small.all().size());
  }

  private void put(int key, String value) {
    assertEquals(Optional.of(value), shelf.enter(key, () -> value));
  }
}
