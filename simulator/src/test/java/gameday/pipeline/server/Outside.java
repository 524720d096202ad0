package gameday.pipeline.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Slack and Chatwoot as far as the tests of the server need them, in code behind one stub. */
final class Outside implements ResponseDefinitionTransformerV2, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WireMockServer server;
  private final List<Map<String, String>> slackMessages = new ArrayList<>();
  private final List<ObjectNode> chatMessages = new ArrayList<>();
  private final List<Long> slackCallNanos = new ArrayList<>();
  private final Queue<Trouble> slackTrouble = new ArrayDeque<>();

  /** What Slack says about the bot. */
  volatile boolean isTokenKnown = true;

  volatile boolean isMember = true;
  volatile String scopes = "chat:write,channels:history,channels:read,reactions:read,files:write";

  /** What happens to one call that posts to Slack. */
  enum Trouble {
    TOO_MANY,
    ACCEPTED_THEN_LOST,
    DOWN
  }

  Outside() {
    server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").extensions(this));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(aResponse()));
  }

  String url() {
    return "http://127.0.0.1:" + server.port();
  }

  synchronized void nextSlackPosts(Trouble... troubles) {
    slackTrouble.addAll(List.of(troubles));
  }

  synchronized List<Map<String, String>> slackMessages() {
    return List.copyOf(slackMessages);
  }

  synchronized List<ObjectNode> chatMessages() {
    return List.copyOf(chatMessages);
  }

  /** When calls that post to Slack came in. */
  synchronized List<Long> slackCallNanos() {
    return List.copyOf(slackCallNanos);
  }

  @Override
  public String getName() {
    return "outside";
  }

  @Override
  public synchronized ResponseDefinition transform(ServeEvent event) {
    String path = event.getRequest().getUrl().replaceFirst("\\?.*", "");
    String body = event.getRequest().getBodyAsString();
    try {
      return switch (path.substring(path.lastIndexOf('/') + 1)) {
        case "chat.postMessage" -> post(form(body));
        case "conversations.history" -> history();
        case "auth.test" -> whoAmI();
        case "conversations.info" -> channel();
        default ->
            event.getRequest().getMethod().isOneOf(RequestMethod.GET)
                ? chatHistory()
                : chatMessage(body);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ResponseDefinition post(Map<String, String> form) {
    slackCallNanos.add(System.nanoTime());
    Trouble trouble = slackTrouble.poll();
    if (trouble == Trouble.TOO_MANY) {
      return aResponse()
          .withStatus(429)
          .withHeader("Retry-After", "1")
          .withBody("{\"ok\":false,\"error\":\"ratelimited\"}")
          .build();
    }
    if (trouble == Trouble.DOWN) {
      return aResponse().withStatus(503).build();
    }
    String ts = "1700000000." + String.format("%06d", slackMessages.size() + 1);
    form.put("ts", ts);
    slackMessages.add(form);
    if (trouble == Trouble.ACCEPTED_THEN_LOST) {
      return aResponse().withFault(Fault.EMPTY_RESPONSE).build();
    }
    return json(JSON.createObjectNode().put("ok", true).put("ts", ts));
  }

  private ResponseDefinition whoAmI() {
    String known = isTokenKnown ? "" : "invalid_auth";
    return aResponse()
        .withHeader("Content-Type", "application/json")
        .withHeader("x-oauth-scopes", scopes)
        .withBody(
            JSON.createObjectNode()
                .put("ok", isTokenKnown)
                .put("bot_id", "B1")
                .put("error", known)
                .toString())
        .build();
  }

  private ResponseDefinition channel() {
    ObjectNode answer = JSON.createObjectNode().put("ok", true);
    answer.putObject("channel").put("id", "C1").put("is_member", isMember);
    return json(answer);
  }

  private ResponseDefinition history() throws IOException {
    ObjectNode answer = JSON.createObjectNode().put("ok", true);
    ArrayNode messages = answer.putArray("messages");
    for (Map<String, String> message : slackMessages.reversed()) {
      ObjectNode node = messages.addObject().put("type", "message").put("ts", message.get("ts"));
      node.put("text", message.get("text"));
      node.set("metadata", JSON.readTree(message.get("metadata")));
    }
    return json(answer);
  }

  private ResponseDefinition chatMessage(String body) throws IOException {
    chatMessages.add((ObjectNode) JSON.readTree(body));
    return json(JSON.createObjectNode().put("id", chatMessages.size()));
  }

  private ResponseDefinition chatHistory() {
    ObjectNode answer = JSON.createObjectNode();
    answer.putArray("payload");
    return json(answer);
  }

  private static ResponseDefinition json(ObjectNode body) {
    return aResponse()
        .withHeader("Content-Type", "application/json")
        .withBody(body.toString())
        .build();
  }

  private static Map<String, String> form(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  @Override
  public void close() {
    server.stop();
  }
}
