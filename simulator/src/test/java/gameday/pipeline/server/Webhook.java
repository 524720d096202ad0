package gameday.pipeline.server;

import gameday.contract.PipelinePath;
import gameday.pipeline.products.HubSignature;
import gameday.pipeline.products.Seal;
import gameday.process.HelpChatProduct;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the pipeline's three inputs, and a webhook of it that the pipeline learns something from.
 *
 * @param signature the product's, for a secret, a time and a body
 */
record Webhook(String path, Signing signature, String secret, String body) {
  /** The headers that a product signs with. */
  interface Signing {
    Map<String, String> headers(String secret, Instant at, byte[] body);
  }

  /** The three of a world. */
  static List<Webhook> of(HelpChatProduct product, MockedWorld world) {
    Map<String, String> environment = world.environment;
    return List.of(
        new Webhook(
            PipelinePath.HELP_CHAT,
            signing(product),
            environment.get("HELP_CHAT_WEBHOOK_SECRET"),
            body(product)),
        new Webhook(
            PipelinePath.MOD_CHAT,
            sealed(Seal.MOD_CHAT),
            environment.get("MOD_CHAT_WEBHOOK_SECRET"),
            """
            {"event":"note_created","session":{"id":"keynote","url":"https://horizon.example/k"},
             "question":{"id":"q7"},"message":{"id":"m7","text":"/escalate\\nIssue: no camera",
             "created_at":"2026-11-22T09:00:00Z",
             "author":{"id":"a1","name":"Al","email":"al@client.example","role":"client-team"}}}
            """),
        new Webhook(
            PipelinePath.SLACK_EVENTS,
            sealed(Seal.SLACK),
            environment.get("SLACK_SIGNING_SECRET"),
            """
            {"type":"event_callback","event_id":"Ev7","event_time":1700000000,
             "event":{"type":"message","channel":"%s","user":"U7","text":"so?",
             "ts":"1700000007.000001","thread_ts":"1700000001.000001"}}
            """
                .formatted(world.channel)));
  }

  private static Signing signing(HelpChatProduct product) {
    return switch (product) {
      case CHATWOOT -> sealed(Seal.CHATWOOT);
      case SMARTLOOP -> sealed(Seal.SMARTLOOP);
      case INTERCOM ->
          (secret, at, body) -> Map.of(HubSignature.HEADER, HubSignature.sign(secret, body));
    };
  }

  private static String body(HelpChatProduct product) {
    return switch (product) {
      case CHATWOOT -> Sender.escalation(7);
      case SMARTLOOP ->
          """
          {"botId":"b","direction":"in","id":"s7","platform":"web","timestamp":1700000000000,
           "payload":{"userId":"u7","by":"user","type":"handoff","handoff":true,"name":"Ada",
           "email":"ada@example.org","page":"https://horizon.example/a"}}
          """;
      case INTERCOM ->
          """
          {"type":"notification_event","id":"n7","topic":"conversation.user.created",
           "app_id":"a","created_at":1700000000,"delivery_attempts":1,
           "data":{"type":"notification_event_data","item":{"type":"conversation","id":"7",
           "open":true,"created_at":1700000000,"team_assignee_id":5,
           "source":{"id":"9","body":"<p>no sound</p>","url":"https://horizon.example/a",
           "author":{"type":"user","id":"c1","name":"Ada","email":"ada@example.org"}},
           "conversation_parts":{"conversation_parts":[
           {"id":"8","part_type":"comment","body":"<p>so?</p>",
           "author":{"type":"user","id":"c1"}}]}}}}
          """;
    };
  }

  private static Signing sealed(Seal seal) {
    return (secret, at, body) -> {
      String timestamp = Long.toString(at.getEpochSecond());
      return Map.of(
          seal.timestampHeader(),
          timestamp,
          seal.headers() + "-Signature",
          seal.sign(secret, timestamp, body));
    };
  }

  /** Whether the product signs when it says something. */
  boolean isDated() {
    return signature.headers(secret, Instant.EPOCH, new byte[0]).size() > 1;
  }

  RawRequest genuine() {
    return signed(body, secret, Instant.now());
  }

  RawRequest genuine(String other) {
    return signed(other, secret, Instant.now());
  }

  RawRequest signed(String text, String with, Instant at) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return unsigned(text, signature.headers(with, at, bytes));
  }

  RawRequest unsigned(String text, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>(more);
    headers.put("Content-Type", "application/json");
    return new RawRequest(path, headers, text.getBytes(StandardCharsets.UTF_8), false);
  }
}
