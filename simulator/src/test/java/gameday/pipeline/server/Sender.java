package gameday.pipeline.server;

import gameday.pipeline.products.Seal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Sends webhooks to a pipeline, signed as the products sign them. */
final class Sender {
  static final String SECRET = "the secret";

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  Sender(int port) {
    this.port = port;
  }

  int chatwoot(String body) throws IOException, InterruptedException {
    return send("/webhooks/help-chat", Seal.CHATWOOT, body, Instant.now(), SECRET);
  }

  int slack(String body) throws IOException, InterruptedException {
    return send("/slack/events", Seal.SLACK, body, Instant.now(), SECRET);
  }

  int send(String path, Seal seal, String body, Instant signed, String secret)
      throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String timestamp = Long.toString(signed.getEpochSecond());
    return post(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header(seal.timestampHeader(), timestamp)
            .header(seal.headers() + "-Signature", seal.sign(secret, timestamp, bytes)),
        bytes);
  }

  int unsigned(String path, byte[] body) throws IOException, InterruptedException {
    return post(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)), body);
  }

  private int post(HttpRequest.Builder request, byte[] body)
      throws IOException, InterruptedException {
    return client
        .send(
            request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  static String question(int conversation) {
    return """
        {"event":"message_created","id":%1$d0,"content":"no sound","message_type":"incoming",
         "sender":{"id":5,"name":"Ada","email":"ada@example.org","type":"contact"},
         "conversation":{"id":%1$d,"status":"pending"}}
        """
        .formatted(conversation);
  }

  /**
   * An agent's note that escalates.
   *
   * @param fields as JSON writes them
   */
  record Note(int message, String conversation, String email, String fields) {}

  static String escalation(int conversation) {
    return escalation(
        new Note(
            conversation * 10 + 1,
            Integer.toString(conversation),
            "ada@example.org",
            "Issue: no sound (" + conversation + ")"));
  }

  static String escalation(Note note) {
    return """
        {"event":"message_created","id":%d,"content":"/escalate\\n%s",
         "message_type":"outgoing","private":true,"sender":{"id":9,"name":"Al","type":"user"},
         "conversation":{"id":%s,"status":"open",
           "meta":{"sender":{"name":"Ada","email":"%s"}}}}
        """
        .formatted(note.message(), note.fields(), note.conversation(), note.email());
  }

  static String answer(String threadTs, String eventId) {
    return """
        {"type":"event_callback","event_id":"%2$s","event":{"type":"message","channel":"C1",
         "user":"UCSM","text":"a &lt; b","ts":"1700000001.000001","thread_ts":"%1$s"}}
        """
        .formatted(threadTs, eventId);
  }
}
