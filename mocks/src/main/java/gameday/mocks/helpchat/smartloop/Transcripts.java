package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Transcript;
import gameday.mocks.chat.Transcript.Line;
import gameday.mocks.chat.Transcript.Writer;
import gameday.mocks.chat.VisitorApi.Visitor;
import java.util.Comparator;
import java.util.List;

/** Threads as somebody sees them who looks over all shoulders. */
record Transcripts(Threads threads) {
  List<Transcript> latest(int most) {
    return threads.all().stream()
        .map(it -> it.locked(Transcripts::transcript))
        .sorted(Comparator.comparingLong(Transcripts::active).reversed())
        .limit(most)
        .toList();
  }

  private static long active(Transcript transcript) {
    return transcript.lines().isEmpty() ? 0 : transcript.lines().getLast().epochMillis();
  }

  private static Transcript transcript(ChatThread thread) {
    Visitor visitor = thread.visitor();
    return new Transcript(
        thread.userId(),
        visitor.key(),
        visitor.name(),
        visitor.email(),
        visitor.page(),
        state(thread),
        thread.messages().stream().map(sent -> line(sent.json(), visitor.name())).toList());
  }

  private static String state(ChatThread thread) {
    if (!thread.isOpen()) {
      return "closed";
    }
    return thread.inHandoff() ? "in hand-off" : "with the bot";
  }

  private static Line line(ObjectNode sent, String visitor) {
    JsonNode payload = sent.path("payload");
    String words = RequestJson.text(payload, payload.path("type").asText()).orElse("");
    long at = sent.path("timestamp").asLong();
    return switch (payload.path("by").asText()) {
      case "user" -> new Line(at, Writer.VISITOR, visitor, words, false);
      case "bot" -> new Line(at, Writer.CHATBOT, "bot", words, false);
      case "agent" ->
          new Line(at, Writer.AGENT, payload.path("agent").path("name").asText(), words, false);
      default -> new Line(at, Writer.PIPELINE, "pipeline", words, false);
    };
  }
}
