package gameday.mocks.modchat;

import gameday.mocks.chat.ChatListener;
import gameday.mocks.chat.Invitations;
import gameday.mocks.chat.Seeded;
import gameday.mocks.chat.Shelf;
import gameday.mocks.chat.Surroundings;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * All sessions and questions, and every way they change: store, send the webhook, tell the
 * listener. Callers hold the session's lock.
 */
final class Sessions {
  private static final int MAX_TEXT = 150_000;
  private static final int MAX_MESSAGES = 2_000;

  private final Events events;
  private final ChatListener listener;
  private final InstantSource clock;
  private final Seeded ids;
  private final Map<String, Session> byId = new ConcurrentHashMap<>();
  private final Shelf<String, Question> questions;
  private final List<Author> agents = new CopyOnWriteArrayList<>();
  private final Invitations invitations = new Invitations();
  private final AtomicLong last = new AtomicLong();

  /** No sessions yet; {@code bound} is how many questions of all of them are kept. */
  Sessions(Events events, Seeded ids, Surroundings around, int bound) {
    this.events = events;
    this.ids = ids;
    this.listener = around.listener();
    this.clock = around.clock();
    this.questions = new Shelf<>(bound, question -> question.session().forget(question));
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

  /** One that was not forgotten. */
  Optional<Question> question(String id) {
    return questions.find(id);
  }

  /** Those that were not forgotten, in the order in which they came. */
  List<Question> allQuestions() {
    return questions.all();
  }

  /** In the order of their ids. */
  List<Session> all() {
    return byId.values().stream().sorted(Comparator.comparing(Session::id)).toList();
  }

  /** Of the Client team, invited ones too, in the order of their coming. */
  List<Author> team() {
    return List.copyOf(agents);
  }

  Author addAgent(String name, String email) {
    Author agent = agent(name, email);
    agents.add(agent);
    return agent;
  }

  Author inviteAgent(String name, String email) {
    Author agent = agent(name, email);
    invitations.invite(agent.id());
    agents.add(agent);
    return agent;
  }

  private Author agent(String name, String email) {
    String id = ids.hex("modchat/agent/" + last.incrementAndGet(), 16);
    return new Author("agent-" + id, name, email, Role.CLIENT_TEAM);
  }

  boolean accept(String agentId) {
    return invitations.accept(agentId);
  }

  /** Somebody of the Client team who has accepted. */
  Optional<Author> agent(String id) {
    return agents().filter(it -> it.id().equals(id)).findFirst();
  }

  /** Somebody of the Client team who has accepted, by id, e-mail or name. */
  boolean isAgent(String who) {
    return agents()
        .anyMatch(
            it -> it.id().equals(who) || it.email().equalsIgnoreCase(who) || it.name().equals(who));
  }

  private Stream<Author> agents() {
    return agents.stream().filter(it -> invitations.hasAccepted(it.id()));
  }

  /** A member's first message opens a question; empty if it is no text or there is no room. */
  Optional<Message> ask(Session session, Author author, String key, String text) {
    if (!isAcceptable(text)) {
      return Optional.empty();
    }
    // A question's id is the id of its first message.
    long number = last.incrementAndGet();
    String id = messageId(number);
    return questions
        .enter(id, () -> new Question(id, session))
        .map(
            question -> {
              Message message = new Message(number, id, id, author, text, false, clock.instant());
              session.add(question);
              question.messages().add(message);
              events.send("message_created", session, message);
              listener.opened(id, key, author.email(), text);
              return message;
            });
  }

  /**
   * A member writes again about a question; one that was closed is open again. Empty if there is no
   * room or the question was forgotten.
   */
  Optional<Message> followUp(Question question, Author author, String text) {
    boolean stays = !question.isClosed();
    if (!hasRoomFor(question, text) || !(stays || questions.hold(question.id()))) {
      return Optional.empty();
    }
    question.closed(false);
    Message message = store(question, author, text, false);
    events.send("message_created", question.session(), message);
    listener.visitorWrote(question.id(), text);
    return Optional.of(message);
  }

  /** An agent or the pipeline writes; the listener hears of the pipeline only. */
  Optional<Message> write(Question question, Author author, String text, boolean note) {
    if (!hasRoomFor(question, text)) {
      return Optional.empty();
    }
    Message message = store(question, author, text, note);
    events.send(note ? "note_created" : "message_created", question.session(), message);
    if (author.role() == Role.PIPELINE && note) {
      listener.pipelineNoted(question.id(), text);
    } else if (author.role() == Role.PIPELINE) {
      listener.pipelineReplied(question.id(), text);
    }
    return Optional.of(message);
  }

  void take(Question question, Author agent) {
    events.send("question_taken", question.session(), unwritten(question, agent));
  }

  /** Closes an open question, which may be forgotten from now on. */
  void close(Question question, Author by) {
    question.closed(true);
    events.send("question_closed", question.session(), unwritten(question, by));
    questions.release(question.id());
  }

  private static boolean hasRoomFor(Question question, String text) {
    return isAcceptable(text) && question.messages().size() < MAX_MESSAGES;
  }

  private Message store(Question question, Author author, String text, boolean note) {
    Message message = message(question, author, text, note);
    question.messages().add(message);
    return message;
  }

  // An event that is no message carries one without text, so that all events have one shape.
  private Message unwritten(Question question, Author author) {
    return message(question, author, "", false);
  }

  private Message message(Question question, Author author, String text, boolean note) {
    long number = last.incrementAndGet();
    return new Message(
        number, messageId(number), question.id(), author, text, note, clock.instant());
  }

  private String messageId(long number) {
    return "m" + ids.hex("modchat/message/" + number, 16);
  }
}
