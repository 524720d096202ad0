package gameday.pipeline.products;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.pipeline.Signal;
import gameday.pipeline.record.Arrival;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackInboundTest {
  private final SlackInbound inbound = new SlackInbound("C1");

  private List<Arrival> read(String event) throws JsonProcessingException {
    String body = "{\"type\":\"event_callback\",\"event\":" + event + "}";
    return inbound.read(new ObjectMapper().readTree(body));
  }

  private static String changed(String message) {
    return """
    {"type":"message","subtype":"message_changed","channel":"C1","ts":"9.9","message":%s}
    """
        .formatted(message);
  }

  @Test
  void readsAnEditByTheMessageAndTheTimeOfTheEdit() throws Exception {
    List<Arrival> arrivals =
        read(
            changed(
                """
                {"type":"message","user":"UCSM","text":"two","ts":"2.0","thread_ts":"1.0",
                 "edited":{"user":"UCSM","ts":"3.0"}}"""));

    assertEquals(
        List.of(
            new Arrival(
                "slack:edit:2.0:3.0", new Signal.SlackEdited("2.0", "1.0", "UCSM", "two", "3.0"))),
        arrivals);
  }

  @Test
  void readsADeletionByWhoHadWrittenIt() throws Exception {
    List<Arrival> arrivals =
        read(
            """
            {"type":"message","subtype":"message_deleted","channel":"C1","ts":"9.9",
             "deleted_ts":"2.0","previous_message":
               {"type":"message","user":"UCSM","text":"one","ts":"2.0","thread_ts":"1.0"}}""");

    assertEquals(
        List.of(new Arrival("slack:deleted:2.0", new Signal.SlackDeleted("2.0", "1.0", "UCSM"))),
        arrivals);
  }

  @Test
  void takesNoPreviewOfALinkNoAppAndNoTombstoneForAnEdit() throws Exception {
    String preview =
        changed("{\"user\":\"UCSM\",\"text\":\"one\",\"ts\":\"2.0\",\"thread_ts\":\"1.0\"}");
    String app =
        changed(
            """
            {"user":"UBOT","bot_id":"B1","text":"one","ts":"2.0","thread_ts":"1.0",
             "edited":{"user":"UBOT","ts":"3.0"}}""");
    String tombstone =
        changed(
            """
            {"user":"USLACKBOT","subtype":"tombstone","text":"This message was deleted.",
             "ts":"1.0","thread_ts":"1.0","edited":{"user":"USLACKBOT","ts":"3.0"}}""");

    assertEquals(List.of(), read(preview));
    assertEquals(List.of(), read(app));
    assertEquals(List.of(), read(tombstone));
    assertEquals(List.of(), read(preview.replace("C1", "C2")));
  }
}
