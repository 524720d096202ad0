package gameday.saboteur;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircumstancesTest {
  private static final Circumstances HERE = new Circumstances(7, 60);

  @Test
  void drawsTheSameForTheSameSeedAndKey() {
    Circumstances again = new Circumstances(7, 1);

    IntStream.range(0, 100)
        .forEach(n -> assertEquals(HERE.strikes("k" + n, 0.4), again.strikes("k" + n, 0.4)));
  }

  @Test
  void strikesAboutAsOftenAsItShould() {
    long strikes = IntStream.range(0, 10_000).filter(n -> HERE.strikes("k" + n, 0.4)).count();

    // Six standard deviations of a binomial with 10,000 draws are 294.
    assertTrue(Math.abs(strikes - 4_000) < 294, () -> strikes + " of 10000");
  }

  @Test
  void drawsAnotherWayWithAnotherSeed() {
    Circumstances other = new Circumstances(8, 60);

    assertNotEquals(pattern(HERE), pattern(other));
  }

  @Test
  void picksAmongSoMany() {
    assertTrue(IntStream.range(0, 1_000).map(n -> HERE.pick("k" + n, 3)).allMatch(n -> n < 3));
    assertEquals(3, IntStream.range(0, 100).map(n -> HERE.pick("k" + n, 3)).distinct().count());
  }

  @Test
  void machineTimeIsLongerInEventTimeTheFasterTheDay() {
    Duration both = HERE.atLeast(Duration.ofSeconds(3), Duration.ofMillis(500));

    assertEquals(Duration.ofSeconds(33), both);
  }

  private static String pattern(Circumstances here) {
    return IntStream.range(0, 64)
        .mapToObj(n -> here.strikes("k" + n, 0.5) ? "x" : ".")
        .reduce("", String::concat);
  }
}
