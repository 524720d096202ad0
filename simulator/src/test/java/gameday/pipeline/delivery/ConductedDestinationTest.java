package gameday.pipeline.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConductedDestinationTest {
  private static final Effect EFFECT = new Effect.PostToSlack("post:1", "1", "Hi");

  private static final Destination BUSY =
      new Destination() {
        @Override
        public Attempt send(Effect effect) {
          return new Attempt.NotNow(Duration.ofSeconds(7));
        }

        @Override
        public Optional<String> find(Effect effect) {
          return Optional.of("stands");
        }
      };

  @Test
  void honestOneWaitsAndLooks() throws Exception {
    Destination honest = new ConductedDestination(BUSY, Conduct.HONEST);

    assertEquals(new Attempt.NotNow(Duration.ofSeconds(7)), honest.send(EFFECT));
    assertEquals(Optional.of("stands"), honest.find(EFFECT));
  }

  @Test
  void comesAgainSoonIfItDoesNotHeedRetryAfter() throws Exception {
    Conduct impolite =
        new Conduct() {
          @Override
          public boolean heedsRetryAfter() {
            return false;
          }
        };

    assertInstanceOf(Attempt.Failed.class, new ConductedDestination(BUSY, impolite).send(EFFECT));
  }

  @Test
  void findsNothingIfItDoesNotLook() throws Exception {
    Conduct blind =
        new Conduct() {
          @Override
          public boolean looksBeforeRepeating() {
            return false;
          }
        };

    assertEquals(Optional.empty(), new ConductedDestination(BUSY, blind).find(EFFECT));
  }
}
