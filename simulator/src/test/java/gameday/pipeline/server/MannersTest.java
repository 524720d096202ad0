package gameday.pipeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.pipeline.Conduct;
import gameday.pipeline.products.Seal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of a genuine, an unsigned, a stale and a stale unsigned request each conduct believes. */
class MannersTest {
  private static final String SECRET = "secret";
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  @Test
  void goodOnesBelieveOnlyWhatIsSignedAndFresh() {
    assertEquals(List.of(true, false, false, false), believed(Conduct.HONEST));
  }

  @Test
  void whoDoesNotLookAtSignaturesStillLooksAtTimes() {
    Conduct trusting =
        new Conduct() {
          @Override
          public boolean looksAtSignatures() {
            return false;
          }
        };

    assertEquals(List.of(true, true, false, false), believed(trusting));
  }

  @Test
  void whoDoesNotLookAtTimesStillLooksAtSignatures() {
    Conduct timeless =
        new Conduct() {
          @Override
          public boolean looksAtTimes() {
            return false;
          }
        };

    assertEquals(List.of(true, false, true, false), believed(timeless));
  }

  private static List<Boolean> believed(Conduct conduct) {
    Instant now = Instant.now();
    return List.of(
        believes(conduct, now, SECRET),
        believes(conduct, now, "another"),
        believes(conduct, now.minusSeconds(3_600), SECRET),
        believes(conduct, now.minusSeconds(3_600), "another"));
  }

  private static boolean believes(Conduct conduct, Instant at, String secret) {
    String timestamp = Long.toString(at.getEpochSecond());
    String signature = Seal.SLACK.sign(secret, timestamp, BODY);
    return new Manners(conduct)
        .believes(
            Seal.SLACK,
            SECRET,
            header -> header.endsWith("-Signature") ? signature : timestamp,
            BODY);
  }
}
