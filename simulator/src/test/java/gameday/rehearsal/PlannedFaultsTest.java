package gameday.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gameday.mocks.faults.FaultText;
import gameday.scenario.FaultPlan;
import gameday.scenario.yaml.Loaded;
import gameday.scenario.yaml.ScenarioFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios and the mocks call the same faults by the same words, and mean the same. */
class PlannedFaultsTest {
  private static final String SMALL =
      """
      title: A small day
      event: {name: Small Day, starts: 08:30, ends: 10:30}
      audiences: {attendees: {people: 500}}
      faults:
      """;

  static List<String> kinds() {
    return FaultText.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyFaultOfTheMocksIsOneOfScenariosWithTheSameDefaults(String kind) {
    FaultPlan plan = plan(kind, "");

    assertEquals(kind, plan.kind().word());
    assertEquals(FaultText.read("{\"kind\":\"" + kind + "\"}"), PlannedFaults.of(plan.kind()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "errors; share: 29%, status: 504",
        "error-words; word: internal_error, accepted: 10%",
        "rate-limits; retry-after: 30s",
        "rate-limits; retry-after: none",
        "slow; by: 'lognormal(mean 2s, cv 0.5)'",
        "slow; by: 'gamma(mean 2s, shape 0.5)'",
        "slow; by: exponential(mean 2s)",
        "slow; by: 1m30s",
        "time-outs; share: 5%, accepted: 100%",
        "cut-answers; closed: 0%",
        "error-pages; status: 200, accepted: 1%",
        "stale-clock; off: 6m30s",
        "repeated-webhooks; share: 1%, times: 3",
        "delayed-webhooks; by: 'uniform(1s, 2h)'",
        "intruder; pace: 1/h",
      })
  void settingsMeanTheSame(String kind, String settings) {
    String json =
        Arrays.stream(settings.split(", (?=[a-z-]+: )"))
            .map(setting -> setting.replace("'", "").split(": "))
            .map(setting -> "\"" + setting[0] + "\":\"" + setting[1] + "\"")
            .collect(Collectors.joining(",", "{\"kind\":\"" + kind + "\",", "}"));

    assertEquals(FaultText.read(json), PlannedFaults.of(plan(kind, ", " + settings).kind()));
  }

  @Test
  void onlyACrashIsNoFaultOfTheMocks() {
    assertEquals(new FaultPlan.Kind.Crash(), plan("crash", "").kind());
  }

  private static FaultPlan plan(String kind, String settings) {
    String on = Map.of("intruder", "pipeline", "crash", "pipeline").getOrDefault(kind, "slack");
    String fault = "  - {on: %s, kind: %s, from: start, to: end%s}\n".formatted(on, kind, settings);
    Loaded loaded = ScenarioFile.read("small-day.yaml", SMALL + fault);
    return assertInstanceOf(Loaded.Good.class, loaded, loaded::toString)
        .scenario()
        .faults()
        .getFirst();
  }
}
