package gameday.mocks.modchat;

import gameday.mocks.chat.ChatListener;
import gameday.mocks.chat.Seeded;
import gameday.mocks.chat.Surroundings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All sessions and questions, and every way they change: store, send the webhook, tell the
 * listener. Callers hold the session's lock.
 */
final class Sessions {
  private static final int MAX_TEXT = 150_000;
  private static final int MAX_MESSAGES = 100_000;

  private final Events events;
  private final ChatListener listener;
  private final InstantSource clock;
  private final Seeded ids;
  private final Map<String, Session> byId = new ConcurrentHashMap<>();
  private final Map<String, Session> byQuestion = new ConcurrentHashMap<>();
  private final List<Author> agents = new CopyOnWriteArrayList<>();
  private final AtomicLong last = new AtomicLong();

  Sessions(Events events, Seeded ids, Surroundings around) {
    this.events = events;
    this.ids = ids;
    this.listener = around.listener();
    this.clock = around.clock();
  }

  static boolean isAcceptable(String text) {
    return !text.isBlank() && text.length() <= MAX_TEXT;
  }

  void add(Session session) {
    if (byId.putIfAbsent(session.id(), session) != null) {
      throw new IllegalArgumentException("session " + session.id() + " is there already");
    }
  }

  Optional<Session> session(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Session> ofQuestion(String question) {
    return Optional.ofNullable(byQuestion.get(question));
  }

  Author addAgent(String name, String email) {
    Author agent = new Author("agent-" + newId("agent"), name, email, Role.CLIENT_TEAM);
    agents.add(agent);
    return agent;
  }

  Optional<Author> agent(String id) {
    return agents.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** Somebody of the Client team, by id, e-mail or name. */
  boolean isAgent(String who) {
    return agents.stream()
        .anyMatch(
            it -> it.id().equals(who) || it.email().equalsIgnoreCase(who) || it.name().equals(who));
  }

  /** A member's first message opens a question; empty if the session is full. */
  Optional<Message> ask(Session session, Author author, String key, String text) {
    // A question's id is the id of its first message.
    String id = newMessageId();
    return store(session, new Message(id, id, author, text, false, clock.instant()))
        .map(
            message -> {
              session.questions().put(id, new Question(id));
              byQuestion.put(id, session);
              events.send("message_created", session, message);
              listener.opened(id, key, author.email(), text);
              return message;
            });
  }

  /** A member writes again about a question; one that was closed is open again. */
  Optional<Message> followUp(Session session, Question question, Author author, String text) {
    return store(session, message(question, author, text, false))
        .map(
            message -> {
              question.closed(false);
              events.send("message_created", session, message);
              listener.visitorWrote(question.id(), text);
              return message;
            });
  }

  /** An agent or the pipeline writes; the listener hears of the pipeline only. */
  Optional<Message> write(
      Session session, Question question, Author author, String text, boolean note) {
    return store(session, message(question, author, text, note))
        .map(
            message -> {
              events.send(note ? "note_created" : "message_created", session, message);
              if (author.role() == Role.PIPELINE && note) {
                listener.pipelineNoted(question.id(), text);
              } else if (author.role() == Role.PIPELINE) {
                listener.pipelineReplied(question.id(), text);
              }
              return message;
            });
  }

  void take(Session session, Question question, Author agent) {
    events.send("question_taken", session, unwritten(question, agent));
  }

  void close(Session session, Question question, Author by) {
    question.closed(true);
    events.send("question_closed", session, unwritten(question, by));
  }

  private Message message(Question question, Author author, String text, boolean note) {
    return new Message(newMessageId(), question.id(), author, text, note, clock.instant());
  }

  private static Optional<Message> store(Session session, Message message) {
    if (!isAcceptable(message.text()) || session.messages().size() >= MAX_MESSAGES) {
      return Optional.empty();
    }
    session.messages().add(message);
    return Optional.of(message);
  }

  // An event that is no message carries one without text, so that all events have one shape.
  private Message unwritten(Question question, Author author) {
    return message(question, author, "", false);
  }

  private String newMessageId() {
    return "m" + newId("message");
  }

  private String newId(String kind) {
    return ids.hex("modchat/" + kind + "/" + last.incrementAndGet(), 16);
  }
}
