package gameday.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeltaDebuggingTest {
  private static final List<Integer> EIGHT = List.of(1, 2, 3, 4, 5, 6, 7, 8);

  /** Figure 3 of the paper: 1, 7 and 8 must come together. */
  @Test
  void findsThePapersThreeChanges() {
    assertEquals(
        List.of(1, 7, 8),
        DeltaDebugging.minimal(EIGHT, some -> some.containsAll(List.of(1, 7, 8))));
  }

  @Test
  void findsNothingWhereNothingIsNeeded() {
    assertEquals(List.of(), DeltaDebugging.minimal(EIGHT, some -> true));
  }

  @Test
  void keepsAllWhereAllAreNeeded() {
    assertEquals(EIGHT, DeltaDebugging.minimal(EIGHT, some -> some.size() == 8));
  }

  @Test
  void findsOneAmongAThousandInLogarithmicallyManyTries() {
    List<Integer> all = IntStream.range(0, 1024).boxed().toList();
    List<Integer> tried = new ArrayList<>();

    List<Integer> found =
        DeltaDebugging.minimal(
            all,
            some -> {
              tried.add(some.size());
              return some.contains(700);
            });

    assertEquals(List.of(700), found);
    assertTrue(tried.size() <= 21, "one for none, two for each of ten halvings");
  }

  @Test
  void nothingCanBeLeftOutOfWhatIsFound() {
    // Fails with an odd number of elements, three at least: no part of a failing list need fail.
    List<Integer> found =
        DeltaDebugging.minimal(
            EIGHT.subList(0, 7), some -> some.size() >= 3 && some.size() % 2 == 1);

    for (Integer one : found) {
      List<Integer> rest = new ArrayList<>(found);
      rest.remove(one);
      assertTrue(rest.size() < 3 || rest.size() % 2 == 0, found::toString);
    }
  }
}
