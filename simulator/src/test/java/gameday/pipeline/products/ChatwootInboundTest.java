package gameday.pipeline.products;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.pipeline.Attachment;
import gameday.pipeline.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatwootInboundTest {
  private static Signal.UserWrote wrote(String conversation, String attachments) throws Exception {
    String body =
        """
        {"event":"message_created","id":5,"message_type":"incoming","content":null,
         "sender":{"name":"Ada","email":"ada@example.org"},
         "conversation":%s,"attachments":%s}"""
            .formatted(conversation, attachments);
    return (Signal.UserWrote)
        new ChatwootInbound().read(new ObjectMapper().readTree(body)).getFirst().signal();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":7}|''",
        "{\"id\":7,\"labels\":[\"vip\",\"topical\"]}|''",
        "{\"id\":7,\"labels\":[\"vip\",\"Topic-Login\"]}|login",
        "{\"id\":7,\"labels\":[\"topic_sound\",\"topic-login\"]}|login sound",
        "{\"id\":7,\"labels\":[\"topic-login\"],\"custom_attributes\":{\"topic\":\"No sound\"}}"
            + "|No sound",
      })
  void tellsTheTopicByItsAttributeOrByLabelsMadeForIt(String conversation, String topic)
      throws Exception {
    assertEquals(topic, wrote(conversation, "[]").caller().topic());
  }

  @Test
  void readsTheLatestFilesNamedByTheirAddresses() throws Exception {
    List<Attachment> files =
        wrote(
                "{\"id\":7}",
                """
                [{"data_url":"https://c.example/0.png"},{"data_url":""},
                 {"data_url":"https://c.example/b/no%20sound.png?x=/y"},
                 {"data_url":"https://c.example/b/%2e%2e%2f%00%E2%80%AEgnp.exe"},
                 {"data_url":"https://c.example/"},{"data_url":"https://c.example/4%zz"},
                 {"data_url":"https://c.example/5.png"}]""")
            .files();

    assertEquals(
        List.of("no sound.png", ".. gnp.exe", "c.example", "4%zz", "5.png"),
        files.stream().map(Attachment::name).toList());
  }
}
