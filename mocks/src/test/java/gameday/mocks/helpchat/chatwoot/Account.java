package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.http.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls an account as its pipeline and its visitors do. */
record Account(ChatStage stage, Chatwoot chat) {
  static Account standard() {
    return of(ChatwootSettings.standard());
  }

  static Account of(ChatwootSettings settings) {
    ChatStage stage = new ChatStage();
    return new Account(stage, new Chatwoot(7, stage.surroundings(), settings));
  }

  /** {@code visitor} opens a conversation; its number. */
  String opens(Visitor visitor, String text) {
    return stage.opens(chat, chat.visitors(), visitor, text);
  }

  /** The pipeline's call; {@code line} is method, space and path below the account. */
  Answer call(String line, String body) {
    return call(line, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  Answer call(String line, Map<String, String> headers, byte[] body) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("api_access_token", chat.credentials().get("HELP_CHAT_TOKEN"));
    String account = "/api/v1/accounts/" + chat.credentials().get("HELP_CHAT_ACCOUNT");
    return stage.call(chat, line.replaceFirst(" ", " " + account), all, body);
  }

  JsonNode get(String path) {
    return ChatStage.json(call("GET " + path, ""));
  }

  /** A browser's call; {@code line} is method, space and path below the inbox. */
  Answer browser(String line, String body) {
    return browser(line, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  Answer browser(String line, Map<String, String> headers, byte[] body) {
    return stage.call(chat, line.replaceFirst(" ", " " + inboxPath()), headers, body);
  }

  private String inboxPath() {
    String path = chat.visitors().message(new Visitor("k", "", ""), "1", "x").path();
    return path.substring(chat.prefix().length(), path.indexOf("/contacts/"));
  }

  List<String> events() {
    return stage.bodies().stream().map(it -> it.path("event").asText()).toList();
  }
}
