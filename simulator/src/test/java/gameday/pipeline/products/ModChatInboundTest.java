package gameday.pipeline.products;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.pipeline.Caller;
import gameday.pipeline.Conversation;
import gameday.pipeline.Signal;
import gameday.pipeline.record.Arrival;
import gameday.process.Chat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModChatInboundTest {
  private static final String NOTE =
      """
      {"event":"note_created","session":{"id":"keynote","url":"https://horizon.example/k"},
       "question":{"id":"q7"},"message":{"id":"m7","text":"/escalate\\nIssue: no camera",
       "created_at":"1970-01-01T00:00:03.500Z",
       "author":{"id":"a1","name":"Al","email":"al@client.example","role":"client-team"}}}
      """;

  @Test
  void tellsWhenANoteWasWrittenHoweverLateItComes() throws Exception {
    List<Arrival> arrivals = new ModChatInbound().read(new ObjectMapper().readTree(NOTE));

    assertEquals(
        List.of(
            new Arrival(
                "mod-chat:message:m7",
                new Signal.AgentNoted(
                    new Conversation(Chat.MOD, "q7"),
                    new Caller("", "", "https://horizon.example/k"),
                    "a1",
                    "/escalate\nIssue: no camera",
                    "keynote",
                    3_500))),
        arrivals);
  }
}
