package gameday.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.process.Chat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an older version stored lacks what came later, and reads back all the same. */
class OlderSignalsTest {
  private static final Conversation HELP = new Conversation(Chat.HELP, "7");

  @Test
  void haveNoTopicNoFilesAndNoSession() {
    Caller caller = new Caller("Ada", "ada@example.org", "", null);
    Signal.UserWrote wrote = new Signal.UserWrote(HELP, caller, "no sound", true, 0, null);
    Signal.AgentNoted noted = new Signal.AgentNoted(HELP, caller, "9", "/escalate", null, 0);

    assertEquals("", caller.topic());
    assertEquals(List.of(), wrote.files());
    assertEquals("", noted.session());
  }
}
