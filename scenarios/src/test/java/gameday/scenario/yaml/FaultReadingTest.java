package gameday.scenario.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.Scenario;
import gameday.scenario.Spread;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scenarios say about what goes wrong. */
class FaultReadingTest {
  private static final String SMALL =
      """
      title: A small day
      event: {name: Small Day, starts: 08:30, ends: 10:30}
      audiences: {attendees: {people: 500}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          faults: [{on: help-chat, kind: intruder, from: start, to: end}] | an intruder goes for the pipeline; write 'on: pipeline'
          faults: [{on: pipeline, kind: slow, from: start, to: end}] | what happens to the pipeline is a crash or an intruder
          faults: [{on: mod-chat, kind: error-words, from: start, to: end}] | only Slack has error words; write 'on: slack'
          faults: [{on: slack, kind: outage, share: 10%, from: start, to: end}] | kind outage has no 'share'; leave it out
          faults: [{on: slack, kind: lost-webhooks, by: 2s, from: start, to: end}] | kind lost-webhooks has no 'by'; leave it out
          faults: [{on: slack, kind: errors, accepted: 10%, from: start, to: end}] | kind errors has no 'accepted'; leave it out
          faults: [{on: slack, kind: errors, status: 200, from: start, to: end}] | an error's status must be from 400 to 599
          faults: [{on: slack, kind: error-pages, status: 302, from: start, to: end}] | a page's status must be 200 or from 400 to 599
          faults: [{on: slack, kind: rate-limits, retry-after: soon, from: start, to: end}] | retry-after must be whole seconds such as 2s, or none, was soon
          faults: [{on: slack, kind: stale-clock, off: 0s, from: start, to: end}] | a clock that is off by 0s is right; leave it out
          faults: [{on: slack, kind: repeated-webhooks, times: 12, from: start, to: end}] | times must be a whole number from 2 to 11, was 12
          faults: [{on: pipeline, kind: intruder, pace: often, from: start, to: end}] | pace must be so many per s, min or h, was often
          faults: [{on: slack, kind: lost-calls, shares: 10%, from: start, to: end}] | unknown setting 'faults[0].shares'; did you mean 'share'?
          """)
  void aMistakeIsToldWithItsRemedy(String line, String fault) {
    Loaded loaded = ScenarioFile.read("small-day.yaml", SMALL + line + "\n");

    List<Fault> faults = assertInstanceOf(Loaded.Faulty.class, loaded, "no fault").faults();
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.getFirst().toString().startsWith("small-day.yaml:4:"), faults::toString);
    assertTrue(faults.getFirst().toString().contains(fault), faults::toString);
  }

  @Test
  void whatAFaultDoesNotSayHasADefaultOfItsKind() {
    assertEquals(new Kind.Errors(1, 503), kind("slack", "errors"));
    assertEquals(new Kind.ErrorPages(1, 502, 0.5), kind("slack", "error-pages"));
    assertEquals(new Kind.ErrorWords(1, "fatal_error", 0.5), kind("slack", "error-words"));
    assertEquals(new Kind.RateLimits(1, OptionalInt.of(1)), kind("slack", "rate-limits"));
    assertEquals(
        new Kind.Slow(new Spread.Uniform(Duration.ofSeconds(1), Duration.ofSeconds(3))),
        kind("slack", "slow"));
    assertEquals(
        new Kind.DelayedWebhooks(
            1, new Spread.Uniform(Duration.ofSeconds(30), Duration.ofMinutes(2))),
        kind("slack", "delayed-webhooks"));
    assertEquals(new Kind.StaleClock(Duration.ofMinutes(-10)), kind("slack", "stale-clock"));
    assertEquals(new Kind.RepeatedWebhooks(1, 11), kind("slack", "repeated-webhooks"));
    assertEquals(new Kind.Intruder(6), kind("pipeline", "intruder"));
  }

  @Test
  void everyKindOfFaultReadsBackFromTheEffectiveText() {
    Scenario scenario =
        good(
            SMALL
                + """
                faults:
                  - {on: slack, kind: outage, from: start, to: end}
                  - {on: slack, kind: errors, share: 29%, status: 500, from: start, to: end}
                  - {on: slack, kind: error-words, share: 7%, word: internal_error, accepted: 0%, from: start, to: end}
                  - {on: slack, kind: rate-limits, share: 5%, retry-after: 30s, from: start, to: end}
                  - {on: help-chat, kind: rate-limits, retry-after: none, from: start, to: end}
                  - {on: slack, kind: slow, by: exponential(mean 2s), from: start, to: end}
                  - {on: slack, kind: time-outs, share: 1%, accepted: 100%, from: start, to: end}
                  - {on: slack, kind: lost-calls, share: 2%, from: start, to: end}
                  - {on: slack, kind: lost-answers, share: 3%, from: start, to: end}
                  - {on: slack, kind: cut-answers, share: 4%, closed: 10%, from: start, to: end}
                  - {on: slack, kind: error-pages, share: 5%, status: 200, accepted: 25%, from: start, to: end}
                  - {on: slack, kind: revoked-token, from: start, to: end}
                  - {on: slack, kind: stale-clock, off: 6m30s, from: start, to: end}
                  - {on: mod-chat, kind: duplicated-webhooks, share: 6%, from: start, to: end}
                  - {on: slack, kind: repeated-webhooks, share: 7%, times: 3, from: start, to: end}
                  - {on: slack, kind: reordered-webhooks, share: 8%, from: start, to: end}
                  - {on: slack, kind: delayed-webhooks, share: 9%, by: 2m, from: start, to: end}
                  - {on: slack, kind: lost-webhooks, share: 10%, from: start, to: end}
                  - {on: pipeline, kind: crash, from: start, to: end}
                  - {on: pipeline, kind: intruder, pace: 1/h, from: start, to: end}
                """);

    assertEquals(
        Arrays.stream(FaultWord.values()).map(FaultWord::word).toList(),
        scenario.faults().stream().map(fault -> fault.kind().word()).distinct().toList());
    assertEquals(scenario, good(EffectiveYaml.write(scenario)));
  }

  private static Kind kind(String on, String kind) {
    String fault = "faults: [{on: " + on + ", kind: " + kind + ", from: start, to: end}]\n";
    return good(SMALL + fault).faults().getFirst().kind();
  }

  private static Scenario good(String text) {
    Loaded loaded = ScenarioFile.read("small-day.yaml", text);
    return assertInstanceOf(Loaded.Good.class, loaded, loaded::toString).scenario();
  }
}
