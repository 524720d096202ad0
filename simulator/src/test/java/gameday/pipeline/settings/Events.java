package gameday.pipeline.settings;

import gameday.contract.EventFile;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.process.Profile;
import gameday.process.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An event with one CSM and deadlines that no test lives to see. */
public final class Events {
  public static final EventFile HORIZON =
      new EventFile(
          new EventFile.Event("Horizon", "https://horizon.example", "horizon"),
          List.of(),
          new EscalationProcess(
              Profile.CURRENT,
              EscalationWay.NOTE,
              AnswerRoute.THROUGH_AGENT,
              new Deadlines(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(2))),
          new Mention.Here(),
          "S1",
          List.of(
              new EventFile.Member(
                  "csm-1",
                  "Cora",
                  "c@juno.example",
                  Tier.CSM,
                  Optional.of("UCSM"),
                  Optional.empty())));

  private Events() {}
}
