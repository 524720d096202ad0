package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.http.Answer;
import java.util.List;
import java.util.Map;

/** A workspace with one agent, and short ways to call it. */
final class Desk {
  static final Visitor ADA =
      new Visitor("visit-1", "Ada", "ada@example.org", "https://horizon.example/keynote");
  static final Visitor BOB = new Visitor("visit-2", "Bob", "bob@example.org");

  final ChatStage stage = new ChatStage();
  final Intercom chat = new Intercom(7, stage.surroundings());
  final String agent = chat.addAgent("Grace", "grace@example.org");
  final String token = chat.credentials().get("HELP_CHAT_TOKEN");
  final String me = get("/me").path("id").asText();

  String opens(Visitor visitor, String text) {
    return stage.opens(chat, chat.visitors(), visitor, text);
  }

  Answer call(String line, String body) {
    return stage.call(
        chat, line, Map.of("authorization", "Bearer " + token, "intercom-version", "2.11"), body);
  }

  JsonNode get(String path) {
    return good(call("GET " + path, ""));
  }

  JsonNode post(String path, String body) {
    return good(call("POST " + path, body));
  }

  /** Status, code and message of a call that is refused. */
  String refusal(String line, String body) {
    Answer answer = call(line, body);
    JsonNode json = ChatStage.json(answer);
    JsonNode error = json.at("/errors/0");
    return answer.status()
        + " "
        + error.path("code").asText()
        + ": "
        + error.path("message").asText();
  }

  List<String> topics() {
    return stage.bodies().stream()
        .map(it -> it.path("topic").asText().replace("conversation.", ""))
        .toList();
  }

  /** The conversation in the latest notification. */
  JsonNode item() {
    return stage.lastBody().at("/data/item");
  }

  /** The part in the latest notification. */
  JsonNode part() {
    return item().at("/conversation_parts/conversation_parts/0");
  }

  private static JsonNode good(Answer answer) {
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + ChatStage.text(answer));
    }
    return ChatStage.json(answer);
  }
}
