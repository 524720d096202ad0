package gameday.mocks.modchat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One session's Mod chat; its state is touched under its lock only. */
final class Session {
  private final String id;
  private final String title;
  private final String url;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Role> members = new LinkedHashMap<>();
  // Forgetting takes a question out without the lock, on the thread of another session.
  private final Map<String, Question> questions = new ConcurrentHashMap<>();
  private final RememberedAnswers remembered = new RememberedAnswers();

  Session(String id, String title, String url) {
    this.id = id;
    this.title = title;
    this.url = url;
  }

  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** By lower-case e-mail. */
  Optional<Role> role(String email) {
    return Optional.ofNullable(members.get(email.toLowerCase(Locale.ROOT)));
  }

  void admit(String email, Role role) {
    members.put(email.toLowerCase(Locale.ROOT), role);
  }

  int memberCount() {
    return members.size();
  }

  void add(Question question) {
    questions.put(question.id(), question);
  }

  /** Needs no lock. */
  void forget(Question question) {
    questions.remove(question.id());
  }

  /** Of all its questions, oldest first, notes included. */
  List<Message> messages() {
    return questions.values().stream()
        .flatMap(question -> question.messages().stream())
        .sorted(Comparator.comparingLong(Message::number))
        .toList();
  }

  RememberedAnswers remembered() {
    return remembered;
  }

  ObjectNode json() {
    return RequestJson.object().put("id", id).put("title", title).put("url", url);
  }
}
