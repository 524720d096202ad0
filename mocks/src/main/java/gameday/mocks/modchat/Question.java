package gameday.mocks.modchat;

/** Where a question of a session stands; touched under the session's lock only. */
final class Question {
  private final String id;
  private boolean closed;

  Question(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  boolean isClosed() {
    return closed;
  }

  void closed(boolean next) {
    closed = next;
  }
}
