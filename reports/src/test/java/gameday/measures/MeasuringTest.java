package gameday.measures;

import static gameday.rehearsed.Horizon.honest;
import static gameday.rehearsed.Horizon.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.evidence.Evidence;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.RunStarted;
import gameday.history.Happening.SlackPosted;
import gameday.process.Tier;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.scenario.Invitation;
import gameday.scenario.Invitee;
import gameday.scenario.Scenario;
import gameday.scenario.TeamPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasuringTest {
  @Test
  void timesEachSegmentOfAnEscalatedQuestion() {
    QuestionTimes times = measure(honest()).questions().get(2);

    assertEquals(
        Map.of(
            Part.CHATBOT, Duration.ofSeconds(5),
            Part.QUEUE, Duration.ofSeconds(65),
            Part.AGENT, Duration.ofSeconds(60),
            Part.PIPELINE_OUT, Duration.ofMillis(500),
            Part.CSM, Duration.ofMillis(99_500),
            Part.PIPELINE_BACK, Duration.ofMillis(500),
            Part.AGENT_RETURN, Duration.ofMillis(19_500)),
        times.parts());
    assertEquals(Optional.of(Duration.ofSeconds(250)), times.resolution());
    assertEquals(Optional.of(Duration.ofMillis(100_500)), times.escalation());
    assertEquals(Optional.of(Tier.CSM), times.answeredBy());
  }

  @Test
  void compressesPeoplesTimeAndNeverTheMachines() {
    QuestionTimes times = measure(honest().atSpeed(10)).questions().get(2);

    assertEquals(Duration.ofSeconds(60), times.parts().get(Part.AGENT));
    assertEquals(Duration.ofMillis(50), times.parts().get(Part.PIPELINE_OUT));
  }

  @Test
  void waitingForAnOutageToEndIsEventTimeAndNoMachines() {
    Day outage =
        honest()
            .moving(SlackPosted.class, post -> post.questions().contains(q(3)), 60)
            .at(165, new FaultBegan("slack", "outage"))
            .at(214, new FaultEnded("slack", "outage"))
            .atSpeed(10);

    Map<Part, Duration> parts = measure(outage).questions().get(2).parts();

    // 60.5 s of the event from the note to Slack, 49 s of them within the outage.
    assertEquals(Duration.ofSeconds(49), parts.get(Part.OUTAGE));
    assertEquals(Duration.ofMillis(1_150), parts.get(Part.PIPELINE_OUT));
  }

  @Test
  void saysWhichSpeedWouldNotMoveQueues() {
    Measures slow = measure(honest().moving(PipelineNoted.class, n -> true, 15).atSpeed(1));

    assertTrue(Compression.warning(slow, 1).isEmpty());
    assertTrue(Compression.warning(slow, 60).orElseThrow().contains("--speed "));
  }

  @Test
  void countsTimeWithAQuestionInHandAsOccupied() {
    Map<String, Double> occupancy = measure(honest()).occupancy();

    // csm-1 had q-3 from 200 to 260 s and q-4 from 320 to 330 s of an hour.
    assertEquals(70 / 3600.0, occupancy.get("csm-1"), 1e-9);
    assertEquals(70 / 3600.0, occupancy.get("csm"), 1e-9);
  }

  @Test
  void whoNeverAcceptedIsNotMissedByTheOccupancyOfTheOthers() {
    Scenario scenario = Horizon.scenario();
    TeamPlan one = scenario.staff().csm();
    TeamPlan withNoShow =
        new TeamPlan(2, 1, one.notice(), one.handling(), one.shifts(), List.of(), 1);
    Evidence evidence =
        new Evidence(Horizon.scenario(withNoShow), Horizon.script(), honest().history());

    assertEquals(70 / 3600.0, Measuring.of(evidence).occupancy().get("csm"), 1e-9);
  }

  @Test
  void whoIsOnARosterIsOnShiftAllDay() {
    Scenario scenario = Horizon.scenario();
    TeamPlan one = scenario.staff().csm();
    TeamPlan named =
        new TeamPlan(
            1,
            1,
            one.notice(),
            one.handling(),
            List.of(shift(0, 10), shift(30, 60)),
            List.of(new Invitee("Cora", "c@j.example", Optional.empty(), Invitation.ACCEPTED)),
            0);
    Evidence evidence = new Evidence(Horizon.scenario(named), Horizon.script(), honest().history());

    // The work of the first ten minutes, over forty minutes in all.
    assertEquals(70 / 2400.0, Measuring.of(evidence).occupancy().get("csm-1"), 1e-9);
  }

  private static TeamPlan.Shift shift(int fromMinute, int toMinute) {
    return new TeamPlan.Shift(Duration.ofMinutes(fromMinute), Duration.ofMinutes(toMinute));
  }

  private static Measures measure(Day day) {
    Day started =
        day.changing(
            RunStarted.class,
            s -> true,
            s -> new RunStarted(s.scenario(), s.seed(), day.speed(), s.clock()));
    return Measuring.of(new Evidence(Horizon.scenario(), Horizon.script(), started.history()));
  }
}
