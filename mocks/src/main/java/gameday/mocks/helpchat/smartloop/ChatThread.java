package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.VisitorApi.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** A visitor's thread; its state is touched under its lock only. */
final class ChatThread {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Sent> messages = new ArrayList<>();
  private final String userId;
  private Visitor visitor;
  private ObjectNode attributes = RequestJson.object();
  private boolean open;
  private boolean handoff;

  /** Not open before something is written. */
  ChatThread(Visitor visitor) {
    this.userId = visitor.key();
    this.visitor = visitor;
  }

  <T> T locked(Function<ChatThread, T> work) {
    lock.lock();
    try {
      return work.apply(this);
    } finally {
      lock.unlock();
    }
  }

  String userId() {
    return userId;
  }

  /** Who it is, as they came first or as the pipeline says since. */
  Visitor visitor() {
    return visitor;
  }

  /** What the pipeline says of the user. */
  ObjectNode attributes() {
    return attributes;
  }

  void attributes(Visitor who, ObjectNode next) {
    visitor = who;
    attributes = next;
  }

  boolean isOpen() {
    return open;
  }

  void open(boolean next) {
    open = next;
  }

  /** Whether agents have it, and the bot is silent. */
  boolean inHandoff() {
    return handoff;
  }

  void handoff(boolean next) {
    handoff = next;
  }

  /** As their webhooks were, oldest first. */
  List<Sent> messages() {
    return messages;
  }

  /** As it is now. */
  ThreadView view() {
    ObjectNode fields = RequestJson.object().put("userId", userId);
    fields.put("name", visitor.name()).put("email", visitor.email()).put("page", visitor.page());
    fields.put("open", open).put("handoff", handoff).put("platform", "web");
    fields.set("attributes", attributes);
    return new ThreadView(fields, List.copyOf(messages));
  }
}
