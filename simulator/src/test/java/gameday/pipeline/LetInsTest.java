package gameday.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetInsTest {
  private static final Conversation MOD = new Conversation(Chat.MOD, "m1");

  private final Pipeline pipeline =
      new Pipeline(SmallPlaybook.of(EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT));

  private List<Effect> at(String key, Signal signal) {
    return pipeline.on(new Input(key, 0, signal));
  }

  private static Signal note(Conversation about, String text) {
    return new Signal.AgentNoted(about, Caller.UNKNOWN, "agent-9", text, "keynote", 0);
  }

  @Test
  void letsSomebodyIntoTheQuestionsSessionOnceInTheAgentsName() {
    List<Effect> first = at("n1", note(MOD, " /Let-In <mailto:Ada@Example.org|Ada>"));
    List<Effect> again = at("n1", note(MOD, " /Let-In <mailto:Ada@Example.org|Ada>"));

    assertEquals(
        List.of(new Effect.LetIn("let-in:n1", MOD, "keynote", "ada@example.org", "agent-9")),
        first);
    assertEquals(List.of(), again);
  }

  @Test
  void tellsTheAgentWhyTheModChatSaidNo() {
    at("n1", note(MOD, "/let-in ada@example.org"));

    List<Effect> effects = at("n2", new Signal.Undeliverable("let-in:n1", "not_client_team"));

    assertEquals(
        List.of(
            new Effect.NoteToAgent(
                "refused:let-in:n1",
                MOD,
                "ada@example.org was not let into this Mod chat (not_client_team).")),
        effects);
  }

  @Test
  void letsNobodyInFromTheHelpChatOrByAnotherWord() {
    assertEquals(
        List.of(), at("n1", note(new Conversation(Chat.HELP, "7"), "/let-in ada@example.org")));
    assertEquals(List.of(), at("n2", note(MOD, "/let-inside ada@example.org")));
    assertEquals(List.of(), at("n3", note(MOD, "please /let-in ada@example.org")));
  }

  @Test
  void letsNobodyInWhereItIsNotClearWhom() {
    Effect none = at("n1", note(MOD, "/let-in")).getFirst();
    Effect two = at("n2", note(MOD, "/let-in ada@example.org eve@example.org")).getFirst();

    assertEquals(none.text(), two.text());
    assertEquals(Effect.NoteToAgent.class, two.getClass());
  }
}
