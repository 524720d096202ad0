package gameday.bench;

import gameday.mocks.chat.HmacSha256;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Chatwoot's webhooks, each of another message, in many conversations; signed now, and so good for
 * five minutes.
 */
final class SignedWebhooks {
  private static final int CONVERSATIONS = 5_000;

  private SignedWebhooks() {}

  static String body(int n) {
    return """
        {"event":"message_created","id":%1$d,"content":"I can't hear the speaker, number %1$d",\
        "created_at":"2026-11-22T09:00:00Z","message_type":"incoming","content_type":"text",\
        "private":false,"sender":{"id":%2$d,"name":"Ada %2$d","email":"ada%2$d@example.org",\
        "type":"contact"},"inbox":{"id":1,"name":"Help"},"conversation":{"id":%2$d,\
        "status":"pending","channel":"Channel::WebWidget","messages":[],"meta":{"sender":\
        {"id":%2$d,"name":"Ada %2$d","email":"ada%2$d@example.org"}}},\
        "account":{"id":1,"name":"Busy"}}"""
        .formatted(n + 1, n % CONVERSATIONS + 1);
  }

  static String signature(String timestamp, String body) {
    return HmacSha256.signature(
        ServedPipeline.SECRET, timestamp, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Those from {@code from} on as lines of timestamp, signature and body, for wrk. */
  static Path write(Path file, int from, int count) throws IOException {
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (int n = from; n < from + count; n++) {
        String body = body(n);
        lines.write(timestamp + "\t" + signature(timestamp, body) + "\t" + body + "\n");
      }
    }
    return file;
  }
}
