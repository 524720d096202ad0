package gameday.mocks.chat;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.VisitorApi.Step;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.chat.VisitorApi.VisitorCall;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import gameday.mocks.http.Service;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Records what a chat tells, and calls it as browsers and pipelines do, but without a network. */
public final class ChatStage {
  /** 2026-11-22T09:00:00Z. */
  public static final long SECONDS = 1_795_338_000L;

  public final List<Webhook> webhooks = new CopyOnWriteArrayList<>();
  public final List<String> heard = new CopyOnWriteArrayList<>();
  public volatile boolean out;

  /** What a chat under test is plugged into. */
  public Surroundings surroundings() {
    return new Surroundings(
        webhooks::add,
        new RecordingListener(),
        () -> out,
        InstantSource.fixed(Instant.ofEpochSecond(SECONDS)));
  }

  private final class RecordingListener implements ChatListener {
    @Override
    public void opened(String conversation, String visitorKey, String email, String text) {
      heard.add("opened " + conversation + " " + visitorKey + " " + email + ": " + text);
    }

    @Override
    public void visitorWrote(String conversation, String text) {
      heard.add("wrote " + conversation + ": " + text);
    }

    @Override
    public void pipelineReplied(String conversation, String text) {
      heard.add("replied " + conversation + ": " + text);
    }

    @Override
    public void pipelineNoted(String conversation, String text) {
      heard.add("noted " + conversation + ": " + text);
    }
  }

  /** The bodies of all webhooks so far. */
  public List<JsonNode> bodies() {
    return webhooks.stream().map(it -> parse(it.body())).toList();
  }

  public JsonNode lastBody() {
    return bodies().getLast();
  }

  /** A visitor opens a conversation; its name. */
  public String opens(Service chat, VisitorApi api, Visitor visitor, String text) {
    Map<String, String> known = new HashMap<>();
    for (Step step : api.opening(visitor, text)) {
      Answer answer = send(chat, step.call(known));
      if (answer.status() >= 300) {
        throw new AssertionError(answer.status() + " " + text(answer));
      }
      known.putAll(step.learn(text(answer)));
    }
    return known.get("conversation");
  }

  public Answer send(Service chat, VisitorCall call) {
    return call(
        chat,
        call.method() + " " + call.path().substring(chat.prefix().length()),
        Map.of(),
        call.body());
  }

  /** {@code line} is method, space, path with query. */
  public Answer call(Service chat, String line, Map<String, String> headers, String body) {
    return call(chat, line, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  public Answer call(Service chat, String line, Map<String, String> headers, byte[] body) {
    String method = line.substring(0, line.indexOf(' '));
    String[] target = line.substring(line.indexOf(' ') + 1).split("\\?", 2);
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (target.length == 2) {
      Arrays.stream(target[1].split("&"))
          .map(it -> it.split("=", 2))
          .forEach(it -> query.computeIfAbsent(it[0], key -> new ArrayList<>()).add(it[1]));
    }
    Map<String, List<String>> multi =
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> List.of(it.getValue())));
    return chat.answer(new Call(method, target[0], query, multi, body));
  }

  public static String text(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  public static JsonNode json(Answer answer) {
    return parse(answer.body());
  }

  /** Bodies that no API should take, each as bytes. */
  public static List<byte[]> hostileBodies() {
    return List.of(
        new byte[0],
        "{".getBytes(StandardCharsets.UTF_8),
        "[]".getBytes(StandardCharsets.UTF_8),
        "null".getBytes(StandardCharsets.UTF_8),
        "{} trailing".getBytes(StandardCharsets.UTF_8),
        ("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
            .getBytes(StandardCharsets.UTF_8),
        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'},
        "{\"content\":\"\\ud800\",\"text\":\"\\ud800\"}".getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode parse(byte[] body) {
    return RequestJson.read(new String(body, StandardCharsets.UTF_8)).orElseThrow();
  }
}
