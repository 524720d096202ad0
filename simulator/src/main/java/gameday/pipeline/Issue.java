package gameday.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An escalation: one thread, and the conversations its answers go back to. */
final class Issue {
  final String id;
  final List<Conversation> conversations = new ArrayList<>();

  /** What belongs into the thread, but has to wait until it is known which thread that is. */
  final List<FollowUp> waiting = new ArrayList<>();

  /** Whether the response team has replied or reacted. */
  boolean seen;

  private String ts;

  Issue(String id) {
    this.id = id;
  }

  /** The thread, once the message is known to stand. */
  Optional<String> ts() {
    return Optional.ofNullable(ts);
  }

  void standsAt(String ts) {
    this.ts = ts;
  }

  /** Its answers go back to this conversation, too, whose issue it is from now on. */
  void join(Ticket ticket) {
    ticket.escalatedAs(this);
    conversations.add(ticket.conversation);
  }

  /** What waited for the thread, if that is known now. */
  List<Effect> takeWaiting() {
    if (ts == null) {
      return List.of();
    }
    List<Effect> taken = new ArrayList<>();
    waiting.forEach(next -> taken.add(new Effect.PostInThread(next.key(), ts, next.text())));
    waiting.clear();
    return taken;
  }

  record FollowUp(String key, String text) {}
}
