package gameday.mocks.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gameday.mocks.delivery.Receiver;
import gameday.mocks.faults.Fault;
import gameday.mocks.slack.SlackWorkspace;
import gameday.mocks.slack.app.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/** The people of the list, who do what its steps say. */
final class People implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Of one channel. */
  private static final int LARGEST_BURST = 40;

  private final Stage stage;
  private final HttpClient http = HttpClient.newHttpClient();

  People(Stage stage) {
    this.stage = stage;
  }

  /** People do several things, in order, and what they keep gets its name. */
  void act(JsonNode actions, Names names) {
    for (var action : actions) {
      var result = act(names.in(action));
      if (action.has("keep")) {
        names.keep(action.path("keep").asText(), result);
      }
    }
  }

  /** People do something; returns what came of it, a missing node if nothing does. */
  JsonNode act(JsonNode action) {
    var slack = stage.mocks.slack();
    return switch (text(action, "do")) {
      case "post" -> new TextNode(post(action));
      case "react" -> MAPPER.valueToTree(react(action));
      case "create-channel" -> new TextNode(slack.createChannel(text(action, "name")));
      case "leave" -> done(() -> slack.leave(text(action, "in"), text(action, "as")));
      case "use-up" -> done(this::useUp);
      case "use-shortcut" -> new TextNode(trigger(action));
      case "woken" -> MAPPER.valueToTree(woken(action));
      default -> administer(action);
    };
  }

  private JsonNode administer(JsonNode action) {
    var admin = stage.mocks.slack().admin();
    var faults = stage.mocks.faults();
    return switch (text(action, "do")) {
      case "archive" -> done(() -> admin.archive(text(action, "as"), text(action, "in")));
      case "restrict" -> done(() -> admin.restrictPosting(text(action, "in"), true));
      // Even what was written this very second is too old.
      case "forbid-editing" -> done(() -> admin.limitEditing(Duration.ZERO));
      case "allow-editing" -> done(() -> admin.limitEditing(Duration.ofDays(1)));
      case "grant-scopes" ->
          done(() -> admin.grant().scopes(Set.of(text(action, "scopes").split(","))));
      case "revoke-token" -> done(admin.grant()::revoke);
      case "deactivate-app" -> done(admin.grant()::deactivate);
      case "restore-app" -> done(admin.grant()::restore);
      case "ask-for-webhook" ->
          new TextNode(stage.mocks.incomingWebhook(text(action, "in")).toString());
      case "begin-trouble" -> done(() -> faults.begin(SlackWorkspace.NAME, said(action)));
      case "end-trouble" -> done(() -> faults.end(SlackWorkspace.NAME, said(action)));
      default -> throw new IllegalArgumentException("nobody can " + action);
    };
  }

  /** Uses a shortcut and returns what the app gets to open a view with. */
  private String trigger(JsonNode action) {
    try (var app = new Receiver()) {
      stage.mocks.connect(app.base());
      var outcome = stage.mocks.interactions().shortcut(text(action, "as"), "ask").join();
      if (!outcome.equals(new Outcome.Acknowledged())) {
        throw new IllegalStateException(outcome.toString());
      }
      var payload =
          app.bodies.stream().filter(body -> body.startsWith("payload=")).findFirst().orElseThrow();
      var json = URLDecoder.decode(payload.substring("payload=".length()), StandardCharsets.UTF_8);
      return MAPPER.readTree(json).path("trigger_id").asText();
    } catch (JsonProcessingException noJson) {
      throw new IllegalStateException(noJson);
    }
  }

  /** Another part of the app posts everywhere, until Slack has enough of it. */
  private void useUp() {
    var channels = new ArrayList<String>();
    for (var status = 200; status == 200; ) {
      channels.add(stage.mocks.slack().createChannel("crowd-" + channels.size()));
      for (var n = 0; n < LARGEST_BURST && status == 200; n++) {
        status = postAsBot(channels.getLast());
      }
    }
  }

  private int postAsBot(String channel) {
    var form = BodyPublishers.ofString("text=x&channel=" + channel);
    var request =
        HttpRequest.newBuilder(URI.create(stage.slackApiUrl() + "chat.postMessage"))
            .header("Authorization", "Bearer " + stage.fact("bot_token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(form)
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private String post(JsonNode action) {
    var thread = Optional.ofNullable(action.get("thread")).map(JsonNode::asText);
    var slack = stage.mocks.slack();
    return slack
        .post(text(action, "as"), text(action, "in"), text(action, "text"), thread)
        .orElseThrow();
  }

  private boolean react(JsonNode action) {
    var slack = stage.mocks.slack();
    return slack.react(
        text(action, "as"), text(action, "in"), text(action, "ts"), text(action, "name"));
  }

  private Set<String> woken(JsonNode action) {
    var message = stage.message(text(action, "in"), text(action, "ts"));
    return stage.mocks.slack().notified(message);
  }

  private static Fault said(JsonNode action) {
    return new Fault.ErrorWords(1, text(action, "word"), 0);
  }

  private static JsonNode done(Runnable what) {
    what.run();
    return MissingNode.getInstance();
  }

  private static String text(JsonNode action, String field) {
    if (!action.path(field).isTextual()) {
      throw new IllegalArgumentException("there is no " + field + " in " + action);
    }
    return action.path(field).asText();
  }

  @Override
  public void close() {
    http.close();
  }
}
