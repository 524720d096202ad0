package gameday.mocks.helpchat.chatwoot;

import gameday.mocks.chat.Transcript;
import gameday.mocks.chat.Transcript.Line;
import gameday.mocks.chat.Transcript.Writer;
import java.util.Comparator;
import java.util.List;

/** Conversations as somebody sees them who looks over all shoulders. */
record Transcripts(Inbox inbox, Conversations conversations) {
  private record Row(Conversation conversation, java.time.Instant active) {}

  List<Transcript> latest(int most) {
    return conversations.all().stream()
        .map(it -> it.locked(c -> new Row(c, c.lastActivity())))
        .sorted(Comparator.comparing(Row::active).reversed())
        .limit(most)
        .map(row -> row.conversation().locked(this::transcript))
        .toList();
  }

  private Transcript transcript(Conversation conversation) {
    Visit visit = conversation.visit();
    return new Transcript(
        Integer.toString(conversation.id()),
        visit.sourceId(),
        visit.contact().name(),
        visit.contact().email(),
        conversation.customAttributes().path("page").asText(),
        conversation.status().word(),
        conversation.messages().stream()
            .filter(message -> message.sender().isPresent())
            .map(this::line)
            .toList());
  }

  private Line line(Message message) {
    Person sender = message.sender().orElseThrow();
    return switch (sender) {
      case Person.Contact contact -> line(message, Writer.VISITOR, contact.name());
      case Person.AgentBot bot -> line(message, Writer.CHATBOT, bot.name());
      case Person.User user ->
          line(
              message, user.equals(inbox.pipeline()) ? Writer.PIPELINE : Writer.AGENT, user.name());
    };
  }

  private static Line line(Message message, Writer by, String name) {
    return new Line(message.at().toEpochMilli(), by, name, message.words(), message.isPrivate());
  }
}
