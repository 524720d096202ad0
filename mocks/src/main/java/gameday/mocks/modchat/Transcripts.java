package gameday.mocks.modchat;

import gameday.mocks.chat.AgentDesk;
import gameday.mocks.chat.Transcript;
import gameday.mocks.chat.Transcript.Line;
import gameday.mocks.chat.Transcript.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Questions as somebody sees them who looks over all shoulders. */
record Transcripts(Sessions sessions) {
  List<Transcript> latest(int most) {
    return sessions.allQuestions().stream()
        .map(question -> question.session().locked(() -> transcript(question)))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingLong(Transcripts::active).reversed())
        .limit(most)
        .toList();
  }

  private static long active(Transcript transcript) {
    return transcript.lines().getLast().epochMillis();
  }

  /** Empty while the first message isn't stored yet. */
  private static Optional<Transcript> transcript(Question question) {
    if (question.messages().isEmpty()) {
      return Optional.empty();
    }
    Author asker = question.messages().getFirst().author();
    return Optional.of(
        new Transcript(
            question.id(),
            question.id(),
            asker.name(),
            asker.email(),
            question.session().id(),
            question.isClosed() ? "closed" : "open",
            question.messages().stream().map(Transcripts::line).toList()));
  }

  private static Line line(Message message) {
    Author author = message.author();
    Writer by =
        switch (author.role()) {
          case CLIENT_TEAM -> Writer.AGENT;
          case PIPELINE -> Writer.PIPELINE;
          case SPEAKER, MODERATOR, GRANTED -> Writer.VISITOR;
          case SITE_ADMIN ->
              author.id().equals(AgentDesk.CHATBOT) ? Writer.CHATBOT : Writer.VISITOR;
        };
    return new Line(message.at().toEpochMilli(), by, author.name(), message.text(), message.note());
  }
}
