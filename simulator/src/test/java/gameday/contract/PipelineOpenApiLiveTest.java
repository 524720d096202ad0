package gameday.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI file, held against what the mocks really send and the reference pipeline answers. */
class PipelineOpenApiLiveTest {
  private static final OpenApi CONTRACT = OpenApi.published();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"chatwoot", "smartloop", "intercom"})
  void describesARehearsal(String provider) throws Exception {
    List<Between.Exchange> exchanges = OverheardRehearsal.play(folder, provider);

    assertEquals(
        Set.of("/health", "/slack/events", "/webhooks/help-chat", "/webhooks/mod-chat"),
        paths(exchanges));
    assertEquals(List.of(), new Held(CONTRACT, provider).departures(exchanges));
    assertFindsARenamedField(provider, exchanges);
  }

  /** What is renamed in the file is as good as renamed in the code. */
  private static void assertFindsARenamedField(String provider, List<Between.Exchange> exchanges) {
    OpenApi departing =
        OpenApi.departing(
            document -> {
              ObjectNode question =
                  (ObjectNode) document.at("/components/schemas/ModChatEvent/properties/message");
              ((ArrayNode) question.path("required")).set(1, "words");
            });

    List<String> found = new Held(departing, provider).departures(exchanges);

    assertEquals(
        List.of("POST /webhooks/mod-chat: /message: required property 'words' not found"), found);
  }

  @Test
  void describesWhatPeopleDoInSlack() throws Exception {
    List<Between.Exchange> exchanges = OverheardSlack.play(folder);

    assertEquals(Set.of("/health", "/slack/events"), paths(exchanges));
    assertEquals(List.of(), new Held(CONTRACT, "chatwoot").departures(exchanges));
    String told =
        exchanges.stream()
            .map(one -> new String(one.body(), java.nio.charset.StandardCharsets.UTF_8))
            .collect(Collectors.joining("\n"));
    for (String kind :
        List.of(
            "url_verification",
            "message_changed",
            "message_deleted",
            "app_mention",
            "reaction_removed",
            "member_joined_channel",
            "channel_archive",
            "file_shared",
            "block_actions",
            "message_action",
            "view_submission",
            "view_closed",
            "command=%2Fstatus")) {
      assertTrue(told.contains(kind), kind);
    }
    assertFalse(told.isBlank());
  }

  @Test
  void describesHowWhatIsForgedOrTooLargeIsRefused() throws Exception {
    List<Between.Exchange> exchanges = OverheardSlack.forge(folder);

    List<Integer> statuses =
        exchanges.stream()
            .filter(one -> one.method().equals("POST"))
            .map(Between.Exchange::status)
            .toList();
    assertEquals(List.of(401, 413, 401, 413, 401, 413), statuses);
    assertEquals(List.of(), new Held(CONTRACT, "chatwoot").departuresOfAnswers(exchanges));
  }

  private static Set<String> paths(List<Between.Exchange> exchanges) {
    return exchanges.stream().map(Between.Exchange::path).collect(Collectors.toSet());
  }
}
