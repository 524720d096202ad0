package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.ChatListener;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All threads, and every way one changes: store, send the webhook, tell the listener. Callers hold
 * the thread's lock.
 */
final class Threads {
  private static final int MAX_TEXT = 150_000;
  private static final int MAX_THREADS = 200_000;
  private static final int MAX_MESSAGES = 2_000;

  /** With this word the visitor leaves the live chat and is with the bot again. */
  private static final String EXIT = "exit";

  private final Events events;
  private final ChatListener listener;
  private final Map<String, ChatThread> byUser = new ConcurrentHashMap<>();

  Threads(Events events, Surroundings around) {
    this.events = events;
    this.listener = around.listener();
  }

  static boolean isAcceptable(String text) {
    return !text.isBlank() && text.length() <= MAX_TEXT;
  }

  Optional<ChatThread> find(String userId) {
    return Optional.ofNullable(byUser.get(userId));
  }

  /** In order of user id, so that pages are stable. */
  List<ChatThread> all() {
    return byUser.values().stream()
        .sorted(java.util.Comparator.comparing(ChatThread::userId))
        .toList();
  }

  /** The visitor's thread, a new one if need be; empty if there are too many. */
  Optional<ChatThread> enter(String userId, String name, String email) {
    if (!byUser.containsKey(userId) && byUser.size() >= MAX_THREADS) {
      return Optional.empty();
    }
    return Optional.of(byUser.computeIfAbsent(userId, id -> new ChatThread(id, name, email)));
  }

  /** What the visitor wrote; empty if it is one message too many. */
  Optional<ObjectNode> visitorWrites(ChatThread thread, String text) {
    if (thread.messages().size() >= MAX_MESSAGES) {
      return Optional.empty();
    }
    boolean first = thread.messages().isEmpty();
    if (!thread.isOpen()) {
      thread.open(true);
    }
    ObjectNode sent = store(thread, Author.user(), text(text));
    if (thread.inHandoff() && text.strip().equalsIgnoreCase(EXIT)) {
      handoff(thread, false);
    }
    if (first) {
      listener.opened(thread.userId(), thread.userId(), thread.email(), text);
    } else {
      listener.visitorWrote(thread.userId(), text);
    }
    return Optional.of(sent);
  }

  /** Bot or agent writes to the visitor. */
  boolean write(ChatThread thread, Author author, String text) {
    if (!isAcceptable(text) || thread.messages().size() >= MAX_MESSAGES) {
      return false;
    }
    store(thread, author, text(text));
    return true;
  }

  /** The pipeline writes to the visitor; all of it or, if there is no room, nothing. */
  boolean pipelineWrites(ChatThread thread, List<ObjectNode> messages) {
    if (thread.messages().size() + messages.size() > MAX_MESSAGES) {
      return false;
    }
    for (ObjectNode message : messages) {
      store(thread, Author.api(), message.deepCopy());
      RequestJson.text(message, message.path("type").asText())
          .ifPresent(it -> listener.pipelineReplied(thread.userId(), it));
    }
    return true;
  }

  boolean handoff(ChatThread thread, boolean on) {
    return handoff(thread, on, Author.bot());
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

  boolean close(ChatThread thread, Author by) {
    thread.open(false);
    thread.handoff(false);
    events.send(thread, by, RequestJson.object().put("type", "closed"));
    return true;
  }

  private ObjectNode store(ChatThread thread, Author author, ObjectNode payload) {
    ObjectNode sent = events.send(thread, author, payload);
    thread.messages().add(sent);
    return sent;
  }

  private static ObjectNode text(String text) {
    return RequestJson.object().put("type", "text").put("text", text);
  }
}
