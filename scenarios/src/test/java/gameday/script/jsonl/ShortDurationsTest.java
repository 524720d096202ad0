package gameday.script.jsonl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the JDK's own reading, which is slower. */
class ShortDurationsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PT0S",
        "PT5S",
        "PT8M50S",
        "PT1H",
        "PT1H2S",
        "PT3H0M1.5S",
        "PT0.000000001S",
        "PT999999H59M59.999999999S",
        "PT12.25S"
      })
  void readsWhatTheJdkReads(String text) {
    assertEquals(Optional.of(Duration.parse(text)), ShortDurations.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "P1D",
        "PT-5S",
        "pt5s",
        "PT1.5H",
        "PT5",
        "PT5S3M",
        "PT5S5S",
        "PT.5S",
        "PT1.S",
        "PT1000000H",
        "PT1.0000000001S",
        "PT5X",
        "PT 5S",
        "PT٣S"
      })
  void leavesEverythingElseToTheJdk(String text) {
    assertEquals(Optional.empty(), ShortDurations.read(text));
  }

  @Test
  void readsAllThatDurationsWrite() {
    for (long nanos = 1; nanos > 0 && nanos < Long.MAX_VALUE / 4; nanos = nanos * 3 + 1) {
      Duration duration = Duration.ofNanos(nanos);

      assertEquals(Optional.of(duration), ShortDurations.read(duration.toString()));
    }
  }
}
