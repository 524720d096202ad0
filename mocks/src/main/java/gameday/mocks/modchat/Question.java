package gameday.mocks.modchat;

import java.util.ArrayList;
import java.util.List;

/** A question of a session, and all that was written about it; touched under its session's lock. */
final class Question {
  private final String id;
  private final Session session;
  private final List<Message> messages = new ArrayList<>();
  private boolean closed;

  Question(String id, Session session) {
    this.id = id;
    this.session = session;
  }

  String id() {
    return id;
  }

  Session session() {
    return session;
  }

  /** Oldest first, notes included. */
  List<Message> messages() {
    return messages;
  }

  boolean isClosed() {
    return closed;
  }

  void closed(boolean next) {
    closed = next;
  }
}
