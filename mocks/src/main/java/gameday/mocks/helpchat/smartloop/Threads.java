package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.ChatListener;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Shelf;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.chat.VisitorApi.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All threads, and every way one changes: store, send the webhook, tell the listener. Callers hold
 * the thread's lock, unless said otherwise. An open thread is held on the shelf.
 */
final class Threads {
  private static final int MAX_MESSAGES = 2_000;

  private final Events events;
  private final ChatListener listener;
  private final List<String> exitKeywords;
  private final Shelf<String, ChatThread> byUser;
  private final AtomicInteger missed = new AtomicInteger();

  Threads(Events events, Surroundings around, SmartloopSettings settings) {
    this.events = events;
    this.listener = around.listener();
    this.exitKeywords = settings.exitKeywords();
    this.byUser = new Shelf<>(settings.threads());
  }

  /** Needs no lock. */
  Optional<ChatThread> find(String userId) {
    return byUser.find(userId);
  }

  /** In the order in which they were begun, so that pages are stable. Needs no lock. */
  List<ChatThread> all() {
    return byUser.all();
  }

  List<String> exitKeywords() {
    return exitKeywords;
  }

  /** How often the bot let go of a thread without having answered. */
  int missed() {
    return missed.get();
  }

  /**
   * The visitor writes, in a new thread if need be; all of it or, if there is no room, nothing. The
   * last message as it was sent. Takes the thread's lock itself.
   */
  Optional<Sent> visitorWrites(Visitor visitor, List<ObjectNode> messages) {
    Optional<ChatThread> thread = byUser.enter(visitor.key(), () -> new ChatThread(visitor));
    if (thread.isEmpty()) {
      return Optional.empty();
    }
    try {
      return thread
          .get()
          .locked(it -> hasRoomFor(it, messages) ? take(it, messages) : Optional.empty());
    } finally {
      byUser.release(visitor.key());
    }
  }

  private Optional<Sent> take(ChatThread thread, List<ObjectNode> messages) {
    if (!thread.isOpen()) {
      byUser.hold(thread.userId());
      thread.open(true);
    }
    Optional<Sent> last = Optional.empty();
    for (ObjectNode message : messages) {
      boolean first = thread.messages().isEmpty();
      String words = Messages.words(message);
      last = Optional.of(store(thread, Author.user(), message));
      if (thread.inHandoff() && exitKeywords.stream().anyMatch(words.strip()::equalsIgnoreCase)) {
        handoff(thread, false, Author.bot());
      }
      if (first) {
        listener.opened(thread.userId(), thread.userId(), thread.visitor().email(), words);
      } else {
        listener.visitorWrote(thread.userId(), words);
      }
    }
    return last;
  }

  /** Bot or agent writes to the visitor; false if it is blank, too long or one too many. */
  boolean write(ChatThread thread, Author author, String text) {
    if (!Messages.isAcceptable(text) || thread.messages().size() >= MAX_MESSAGES) {
      return false;
    }
    store(thread, author, Messages.text(text));
    return true;
  }

  /** The pipeline writes to the visitor; all of it or, if there is no room, nothing. */
  boolean pipelineWrites(ChatThread thread, List<ObjectNode> messages) {
    if (!hasRoomFor(thread, messages)) {
      return false;
    }
    for (ObjectNode message : messages) {
      String words = Messages.words(message);
      store(thread, Author.api(), message);
      if (!words.isEmpty()) {
        listener.pipelineReplied(thread.userId(), words);
      }
    }
    return true;
  }

  /** The bot lets go; it has missed what it had no answer to. */
  boolean letGo(ChatThread thread) {
    boolean unanswered = !thread.messages().isEmpty() && thread.messages().getLast().incoming();
    if (unanswered) {
      missed.incrementAndGet();
    }
    return handoff(thread, true, Author.bot());
  }

  boolean handoff(ChatThread thread, boolean on, Author by) {
    if (thread.inHandoff() != on) {
      thread.handoff(on);
      events.send(thread, by, RequestJson.object().put("type", "handoff").put("handoff", on));
    }
    return true;
  }

  boolean join(ChatThread thread, Agent agent) {
    events.send(thread, agent.author(), RequestJson.object().put("type", "agent-joined"));
    return true;
  }

  /** Closes an open thread; {@code text} is empty if nothing is said. */
  boolean close(ChatThread thread, Author by, String text) {
    thread.open(false);
    thread.handoff(false);
    ObjectNode payload = RequestJson.object().put("type", "closed");
    events.send(thread, by, text.isEmpty() ? payload : payload.put("text", text));
    byUser.release(thread.userId());
    return true;
  }

  private static boolean hasRoomFor(ChatThread thread, List<ObjectNode> messages) {
    return thread.messages().size() + messages.size() <= MAX_MESSAGES;
  }

  private Sent store(ChatThread thread, Author author, ObjectNode payload) {
    Sent sent = events.send(thread, author, payload.deepCopy());
    thread.messages().add(sent);
    return sent;
  }
}
