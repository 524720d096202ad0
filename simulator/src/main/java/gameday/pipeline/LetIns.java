package gameday.pipeline;

import gameday.process.EscalationMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lets people into a session's Mod chat when an agent writes {@code /let-in} and an address. */
final class LetIns {
  private static final String COMMAND = "/let-in";

  private final Turn turn;
  private final Map<String, Effect.LetIn> underWay = new HashMap<>();

  LetIns(Turn turn) {
    this.turn = turn;
  }

  /**
   * An agent wrote a note in a Mod chat.
   *
   * @param key the note's own
   */
  void noted(String key, Signal.AgentNoted noted) {
    String[] words = noted.text().strip().split("\\s+", 2);
    if (!words[0].toLowerCase(Locale.ROOT).equals(COMMAND)) {
      return;
    }
    List<String> emails = EscalationMessage.emails(words.length > 1 ? words[1] : "");
    if (emails.size() != 1 || Wording.bounded(emails).isEmpty() || noted.session().isBlank()) {
      turn.add(
          new Effect.NoteToAgent("not-let-in:" + key, noted.conversation(), Wording.howToLetIn()));
      return;
    }
    Effect.LetIn letIn =
        new Effect.LetIn(
            "let-in:" + key,
            noted.conversation(),
            noted.session(),
            emails.getFirst(),
            noted.agent());
    underWay.put(letIn.key(), letIn);
    turn.add(letIn);
  }

  void done(String effect) {
    underWay.remove(effect);
  }

  /** The Mod chat said no: the agent must know why. */
  void refused(Signal.Undeliverable failed) {
    Effect.LetIn letIn = underWay.remove(failed.effect());
    if (letIn != null) {
      turn.add(
          new Effect.NoteToAgent(
              "refused:" + letIn.key(),
              letIn.conversation(),
              Wording.notLetIn(letIn.email(), failed.reason())));
    }
  }
}
