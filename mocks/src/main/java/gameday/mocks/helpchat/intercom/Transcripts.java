package gameday.mocks.helpchat.intercom;

import gameday.mocks.chat.Transcript;
import gameday.mocks.chat.Transcript.Line;
import gameday.mocks.chat.Transcript.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Conversations as somebody sees them who looks over all shoulders. */
record Transcripts(Workspace workspace, Conversations conversations) {
  private record Row(Conversation conversation, Instant updated) {}

  List<Transcript> latest(int most) {
    return conversations.all().stream()
        .map(it -> it.locked(c -> new Row(c, c.updatedAt())))
        .sorted(Comparator.comparing(Row::updated).reversed())
        .limit(most)
        .map(row -> row.conversation().locked(this::transcript))
        .toList();
  }

  private Transcript transcript(Conversation conversation) {
    Conversation.Source source = conversation.source();
    Contact contact = source.contact();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            source.at().toEpochMilli(),
            Writer.VISITOR,
            contact.name(),
            source.body().text(),
            false));
    conversation.parts().stream()
        .filter(part -> part.body().isPresent())
        .forEach(part -> lines.add(line(part)));
    return new Transcript(
        conversation.id(),
        contact.key(),
        contact.name(),
        contact.email(),
        source.page(),
        state(conversation),
        lines);
  }

  private static String state(Conversation conversation) {
    return conversation.isWithBot() ? "open, with the bot" : conversation.state().word();
  }

  private Line line(Part part) {
    Author author = part.author();
    Writer by = Writer.AGENT;
    if (author.isContact()) {
      by = Writer.VISITOR;
    } else if (author.type().equals("bot")) {
      by = Writer.CHATBOT;
    } else if (author.equals(workspace.pipeline().author())) {
      by = Writer.PIPELINE;
    }
    return new Line(
        part.at().toEpochMilli(),
        by,
        author.name(),
        part.body().orElseThrow().text(),
        !part.isPublic());
  }
}
