package gameday.mocks.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTextTest {
  static List<Fault> oneOfEach() {
    return List.of(
        new Fault.Outage(),
        new Fault.Errors(0.29, 500),
        new Fault.ErrorWords(1, "internal_error", 0),
        new Fault.RateLimits(0.5, OptionalInt.of(30)),
        new Fault.RateLimits(0.5, OptionalInt.empty()),
        new Fault.Slow(new Delay.Lognormal(Duration.ofSeconds(2), 0.5)),
        new Fault.Slow(new Delay.Gamma(Duration.ofMillis(1_500), 2)),
        new Fault.TimeOuts(0.1, 1),
        new Fault.LostCalls(0.07),
        new Fault.LostAnswers(0.2),
        new Fault.CutAnswers(0.2, 0.3),
        new Fault.ErrorPages(0.2, 200, 0.4),
        new Fault.RevokedToken(),
        new Fault.StaleClock(Duration.ofSeconds(-630)),
        new Fault.DuplicatedWebhooks(0.2),
        new Fault.RepeatedWebhooks(0.2, 5),
        new Fault.ReorderedWebhooks(0.2),
        new Fault.DelayedWebhooks(0.2, new Delay.Exponential(Duration.ofMinutes(2))),
        new Fault.LostWebhooks(0.2),
        new Fault.Intruder(0.25));
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void everyFaultReadsBackFromItsText(Fault fault) {
    assertEquals(fault, FaultText.read(FaultText.write(fault)));
  }

  @Test
  void thereIsOneOfEachKind() {
    assertEquals(FaultText.kinds(), oneOfEach().stream().map(Fault::word).distinct().toList());
  }

  @Test
  void aTextIsWhatAScenarioSays() {
    assertEquals(
        "{\"kind\":\"errors\",\"share\":\"29%\",\"status\":\"500\"}",
        FaultText.write(new Fault.Errors(0.29, 500)));
    assertEquals(
        new Fault.Errors(0.125, 504),
        FaultText.read("{\"kind\":\"errors\",\"share\":\"12.5%\",\"status\":504}"));
    assertEquals(
        new Fault.Slow(new Delay.Uniform(Duration.ofMillis(200), Duration.ofSeconds(2))),
        FaultText.read("{\"kind\":\"slow\",\"by\":\"uniform(200ms, 2s)\"}"));
    assertEquals(
        new Fault.Intruder(120), FaultText.read("{\"kind\":\"intruder\",\"pace\":\"2/s\"}"));
  }

  @Test
  void whatIsLeftOutHasADefault() {
    assertEquals(new Fault.Errors(1, 503), FaultText.read("{\"kind\":\"errors\"}"));
    assertEquals(new Fault.TimeOuts(1, 0.5), FaultText.read("{\"kind\":\"time-outs\"}"));
    assertEquals(
        new Fault.RateLimits(1, OptionalInt.of(1)), FaultText.read("{\"kind\":\"rate-limits\"}"));
    assertEquals(
        new Fault.StaleClock(Duration.ofMinutes(-10)),
        FaultText.read("{\"kind\":\"stale-clock\"}"));
    assertEquals(
        new Fault.ErrorWords(1, "fatal_error", 0.5), FaultText.read("{\"kind\":\"error-words\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nonsense | a fault must be a JSON object; write e.g. {"kind":"errors","share":"20%"}
          [] | a fault must be a JSON object; write e.g. {"kind":"errors","share":"20%"}
          {"kind":"outage"} {} | a fault must be a JSON object; write e.g. {"kind":"errors","share":"20%"}
          {"kind":"outage","kind":"slow"} | a fault must be a JSON object; write e.g. {"kind":"errors","share":"20%"}
          {"kind":"outage","status":503} | kind outage has no 'status'; leave it out
          {"kind":"errors","share":"120%"} | share must be a share from 0% to 100%, was '120%'
          {"kind":"errors","share":0.2} | share must be a share from 0% to 100%, was '0.2'
          {"kind":"errors","status":200} | status must be a whole number from 400 to 599, was '200'
          {"kind":"errors","status":null} | status must be a text or a number
          {"kind":"errors","status":9,"by":"2s"} | status must be a whole number from 400 to 599, was '9'; kind errors has no 'by'; leave it out
          {"kind":"error-pages","status":302} | status must be 200, or a status from 400 to 599, was '302'
          {"kind":"rate-limits","retry-after":"soon"} | retry-after must be whole seconds such as 2s, or none, was 'soon'
          {"kind":"stale-clock","off":"0s"} | off must be a duration other than 0s, with '-' if before, such as -10m, was '0s'
          {"kind":"repeated-webhooks","times":1} | times must be a whole number from 2 to 11, was '1'
          {"kind":"intruder","pace":"0/min"} | pace must be a pace such as 6/min, was '0/min'
          """)
  void aMistakeIsToldWithItsRemedy(String json, String told) {
    assertEquals(told, fault(json));
  }

  @Test
  void everyKindIsNamedToWhoNamesNone() {
    var kinds = String.join(", ", FaultText.kinds());

    assertEquals("kind must be one of " + kinds, fault("{}"));
    assertEquals("kind must be one of " + kinds + ", was 'outag'", fault("{\"kind\":\"outag\"}"));
  }

  @Test
  void hugeTextsAreRefused() {
    assertEquals(
        "a fault must be a JSON object of 2000 characters at most",
        fault("{\"kind\":\"" + "x".repeat(2_000) + "\"}"));
  }

  private static String fault(String json) {
    return assertThrows(IllegalArgumentException.class, () -> FaultText.read(json)).getMessage();
  }
}
