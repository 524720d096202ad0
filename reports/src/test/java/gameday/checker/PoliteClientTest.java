package gameday.checker;

import static gameday.rehearsed.Deeds.NANO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.PipelineCalled;
import gameday.history.Happening.WebhookDelivered;
import gameday.rehearsed.Day;
import gameday.rehearsed.Excerpt;
import gameday.rehearsed.Judged;
import gameday.verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliteClientTest {
  private static final String RULE = "polite-client";
  private static final long THREE_SECONDS = 3_000_000_000L;
  private static final Excerpt QUIET = Excerpt.of(1);

  private static WebhookDelivered delivered(int status, long nanos) {
    return new WebhookDelivered("slack", "d9", 0, status, nanos, "m");
  }

  private static PipelineCalled called(String method, int status, String outcome) {
    return new PipelineCalled("slack", method, status, outcome);
  }

  private static PipelineCalled post(int status, String outcome) {
    return called("chat.postMessage", status, outcome);
  }

  // ---- acknowledgements ----

  @Test
  void allowsThreeSecondsForAnAcknowledgement() {
    Judged inTime = QUIET.and(99, delivered(200, THREE_SECONDS)).judged();
    Judged late = QUIET.and(99, delivered(200, THREE_SECONDS + 1)).judged();

    assertEquals(List.of(), inTime.findings());
    assertEquals(1, inTime.cases(RULE));
    assertEquals("1 of slack's webhooks took over 3 s, first at 09:01:39", late.sentence());
  }

  @ParameterizedTest
  @CsvSource({
    "0, got no answer",
    "199, were answered 199",
    "300, were answered 300",
    "500, were answered 500"
  })
  void saysHowAWebhookWasAnswered(int status, String how) {
    assertEquals(
        "1 of slack's webhooks " + how + ", first at 09:01:39",
        QUIET.and(99, delivered(status, 1)).judged().sentence());
    assertEquals(List.of(), QUIET.and(99, delivered(299, 1)).judged().findings());
  }

  @Test
  void tellsAKindOnceWithItsFirstThree() {
    Excerpt many = QUIET;
    for (int second = 90; second < 95; second++) {
      many = many.and(second, delivered(500, 1));
    }

    assertEquals(
        "5 of slack's webhooks were answered 500, first at 09:01:30", many.judged().sentence());
    assertEquals(3, many.judged().witnesses().size());
    assertEquals(5, many.judged().cases(RULE));
  }

  @ParameterizedTest
  @CsvSource({
    "slack, 95, 96, ''",
    "slack, 95, 95.999999999, polite-client pipeline",
    "slack, 99, 100, ''",
    "slack, 99.000000001, 100, polite-client pipeline",
    "pipeline, 95, 96, ''",
    "help-chat, 95, 100, polite-client pipeline"
  })
  void excusesASlowAcknowledgementThatAFaultTouches(
      String on, double from, double to, String finding) {
    // It was sent at 96 s, and took three seconds and a bit until 99 s.
    Excerpt slow = QUIET.and(99, delivered(500, THREE_SECONDS));
    Excerpt fault =
        slow.and(from, new FaultBegan(on, "outage")).and(to, new FaultEnded(on, "outage"));

    assertEquals(finding.isEmpty() ? List.of() : List.of(finding), fault.judged().findings());
    assertEquals(finding.isEmpty() ? 0 : 1, fault.judged().cases(RULE));
  }

  // ---- Retry-After ----

  @ParameterizedTest
  @CsvSource({
    "99.1, ''",
    "99.100000001, polite-client pipeline",
    "99.949999999, polite-client pipeline",
    "99.95, ''"
  })
  void forbidsCallsFromATenthOfASecondToOneSecondAfterTheLimit(double again, String finding) {
    Judged judged = QUIET.and(99, post(429, "ratelimited")).and(again, post(200, "ok")).judged();

    assertEquals(finding.isEmpty() ? List.of() : List.of(finding), judged.findings());
    assertEquals(1, judged.cases(RULE));
  }

  @ParameterizedTest
  @CsvSource({"103.949999999, polite-client pipeline", "103.95, ''"})
  void forbidsCallsForAsLongAsAPlayedLimitSays(double again, String finding) {
    Judged judged = QUIET.and(99, post(429, "rate-limits 5s")).and(again, post(200, "ok")).judged();

    assertEquals(finding.isEmpty() ? List.of() : List.of(finding), judged.findings());
  }

  @Test
  void remembersTheLongerOfTwoLimits() {
    Excerpt longFirst =
        QUIET.and(99, post(429, "rate-limits 5s")).and(99.05, post(429, "ratelimited"));
    Excerpt longLast =
        QUIET.and(99, post(429, "ratelimited")).and(99.05, post(429, "rate-limits 5s"));

    assertEquals(
        "1 of calls of slack chat.postMessage came during its Retry-After, first at 09:01:42",
        longFirst.and(102, post(200, "ok")).judged().sentence());
    assertEquals(
        List.of("polite-client pipeline"), longLast.and(102, post(200, "ok")).judged().findings());
    assertEquals(List.of(), longFirst.and(103.95, post(200, "ok")).judged().findings());
    assertEquals(
        List.of("polite-client pipeline"),
        longLast.and(103.95 + NANO, post(200, "ok")).judged().findings());
    assertEquals(2, longFirst.judged().cases(RULE));
  }

  @Test
  void takesTheLaterOfTwoLimitsThatLastAsLong() {
    Excerpt twice = QUIET.and(99, post(429, "ratelimited")).and(99.05, post(429, "ratelimited"));

    assertEquals(
        List.of("polite-client pipeline"), twice.and(99.97, post(200, "ok")).judged().findings());
    assertEquals(List.of(), twice.and(100, post(200, "ok")).judged().findings());
  }

  @Test
  void forbidsTheLimitedMethodOnly() {
    Excerpt limited = QUIET.and(99, post(429, "ratelimited"));

    assertEquals(List.of(), limited.and(99.5, called("users.info", 200, "ok")).judged().findings());
    assertEquals(
        List.of(),
        limited
            .and(99.5, new PipelineCalled("help-chat", "chat.postMessage", 200, "ok"))
            .judged()
            .findings());
    assertEquals(
        List.of(),
        QUIET.and(99, post(503, "errors")).and(99.5, post(200, "ok")).judged().findings());
  }

  @Test
  void isNotExercisedWhereNothingSpeaksHttp() {
    assertEquals(Outcome.NOT_EXERCISED, QUIET.with(Day.empty()).judged().outcome(RULE));
  }
}
