package gameday.gates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.process.Audience;
import gameday.process.Chat;
import gameday.rehearsed.Horizon;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectivesTest {
  @Test
  void readsEveryKindOfObjective() {
    List<String> lines =
        List.of(
            "help-chat first-response p90 < 60s",
            "help-chat[attendee] abandoned < 3%",
            "mod-chat[speaker] first-human-response p95 < 30s",
            "escalation resolution p90 <= 10m",
            "pipeline ack p99 < 200ms",
            "csm occupancy < 85%",
            "staff mistakes < 2%",
            "resolution mean < 1h");

    Objectives read = Objectives.read(lines, Horizon.scenario().event());

    assertEquals(List.of(), read.faults());
    assertEquals(8, read.objectives().size());
    assertEquals(Optional.of(Chat.MOD), read.objectives().get(2).chat());
    assertEquals(Optional.of(Audience.SPEAKER), read.objectives().get(2).audience());
    assertEquals(600e9, read.objectives().get(3).limit());
    assertEquals(0.02, read.objectives().get(6).limit());
  }

  @Test
  void readsTimesAroundSessions() {
    Objective objective = read("first-response p95 < 30s from keynote-15m to keynote-2.end+30s");

    assertEquals(Optional.of(Duration.ofMinutes(15)), objective.from());
    assertEquals(Optional.of(Duration.ofMinutes(80).plusSeconds(30)), objective.to());
  }

  @Test
  void saysWhatIsWrongWhereAndWhatIsMeant() {
    assertFault(
        11,
        "unknown metric 'frist-response'; did you mean 'first-response'?",
        "help-chat frist-response p90 < 60s");
    assertFault(
        1,
        "unknown scope 'help-caht'; did you mean 'help-chat'?",
        "help-caht first-response p90 < 60s");
    assertFault(
        11,
        "unknown audience 'speakers'; did you mean 'speaker'?",
        "help-chat[speakers] abandoned < 3%");
    assertFault(16, "unknown percentile 'p9'; did you mean 'p90'?", "first-response p9 < 60s");
    assertFault(24, "unknown unit 'sec'; did you mean 's'?", "first-response p90 < 60sec");
    assertFault(
        31,
        "unknown session 'keynot'; did you mean 'keynote'?",
        "first-response p90 < 60s from keynot-5m to keynote");
    assertFault(
        18, "'csm occupancy' takes a share, such as '3%', found '60s'", "csm occupancy  < 60s");
  }

  private static Objective read(String line) {
    return ((Objectives.Reading.Good) Objectives.read(line, Horizon.scenario().event()))
        .objective();
  }

  private static void assertFault(int column, String beginning, String line) {
    Objectives.Reading.Bad bad =
        (Objectives.Reading.Bad) Objectives.read(line, Horizon.scenario().event());
    assertEquals(
        beginning,
        bad.message().substring(0, Math.min(beginning.length(), bad.message().length())));
    assertEquals(column, bad.column(), line);
  }
}
