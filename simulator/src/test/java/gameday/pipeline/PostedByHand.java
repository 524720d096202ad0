package gameday.pipeline;

import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.Mention;
import java.util.List;
import java.util.Optional;

/** An agent's own message in the channel, about Ada. */
final class PostedByHand {
  static final String TS = "1700000001.000001";

  private PostedByHand() {}

  static Signal aboutAda() {
    return new Signal.SlackPosted(
        TS,
        "UAL",
        EscalationMessage.forSlack(
            new Mention.Here(),
            new EscalationTemplate(
                "no sound",
                "https://horizon.example",
                List.of("ada@example.org"),
                Optional.empty())));
  }

  /** The CSM's answer in its thread. */
  static Signal answered(String text) {
    return new Signal.SlackReplied("1700000002.000001", TS, "UCSM", text);
  }
}
