package gameday.live;

import gameday.process.Chat;
import gameday.script.QuestionId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which conversation belongs to which question. Safe for use by many threads. */
final class Conversations {
  private record Place(Chat chat, String conversation) {}

  private final Map<Place, QuestionId> questions = new ConcurrentHashMap<>();
  private final Map<QuestionId, String> conversations = new ConcurrentHashMap<>();

  void opened(QuestionId question, Chat chat, String conversation) {
    questions.put(new Place(chat, conversation), question);
    conversations.put(question, conversation);
  }

  Optional<QuestionId> question(Chat chat, String conversation) {
    return Optional.ofNullable(questions.get(new Place(chat, conversation)));
  }

  /** Empty until the question was asked. */
  Optional<String> conversation(QuestionId question) {
    return Optional.ofNullable(conversations.get(question));
  }
}
