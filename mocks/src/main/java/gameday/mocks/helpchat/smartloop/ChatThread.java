package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** A visitor's thread; its state is touched under its lock only. */
final class ChatThread {
  private final String userId;
  private final String name;
  private final String email;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<ObjectNode> messages = new ArrayList<>();
  private boolean open = true;
  private boolean handoff;

  ChatThread(String userId, String name, String email) {
    this.userId = userId;
    this.name = name;
    this.email = email;
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

  String name() {
    return name;
  }

  String email() {
    return email;
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
  List<ObjectNode> messages() {
    return messages;
  }

  ObjectNode json() {
    ObjectNode json =
        RequestJson.object().put("userId", userId).put("name", name).put("email", email);
    json.put("open", open).put("handoff", handoff).put("platform", "web");
    json.putArray("messages").addAll(messages);
    return json;
  }
}
