package gameday.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What comes to one asker. Any thread may put; one visitor takes. Nothing put is lost between a
 * take and the wait that follows it.
 */
final class Mailbox {
  /** What an asker notices. */
  enum Mail {
    /** The chatbot answered the question. */
    CHATBOT_RESOLVED,
    /** The chatbot wrote, but could not help. */
    CHATBOT_PASSED,
    /** Somebody wrote, but not the answer yet. */
    TENDED,
    /** Somebody wrote the answer, or the answer to the follow-up. */
    ANSWERED,
    /** The conversation was closed. */
    CLOSED,
    /** The run is over: leave, whatever is still open. */
    SENT_HOME
  }

  private final Queue<Mail> mail = new ConcurrentLinkedQueue<>();
  private final AtomicReference<CompletableFuture<Void>> signal =
      new AtomicReference<>(new CompletableFuture<>());

  void put(Mail item) {
    mail.add(item);
    signal.get().complete(null);
  }

  /** Everything that came since the last take, in order. */
  List<Mail> take() {
    // The new signal must stand before the queue is emptied: what is put after completes it.
    signal.set(new CompletableFuture<>());
    List<Mail> taken = new ArrayList<>();
    for (Mail item = mail.poll(); item != null; item = mail.poll()) {
      taken.add(item);
    }
    return taken;
  }

  /** Completes when something has come since the last take. */
  CompletableFuture<Void> arrival() {
    return signal.get();
  }
}
