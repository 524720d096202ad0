package gameday.pipeline;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Queue;

/** A conversation as the pipeline knows it. */
final class Ticket {
  /** Who has the conversation. */
  enum Holder {
    CHATBOT,
    /** Waits for the Client team. */
    NOBODY,
    AGENT,
    /** Closed. */
    ARCHIVE
  }

  private static final int FILES = 5;

  final Conversation conversation;

  /** Rises with each conversation; the latest has the highest. */
  final long order;

  Caller caller = Caller.UNKNOWN;
  String firstText = "";
  String agent = "";
  Holder holder = Holder.CHATBOT;

  /** Which wait for the Client team it is in, so that an older wait's deadline is void. */
  int round;

  /** Event time at which its state was last heard of; before the first one, a time before all. */
  long heardNanos = Long.MIN_VALUE;

  /** When it was opened or closed last, by the product's clock; 0 if that isn't known. */
  private long saidMillis;

  int escalations;
  private final Queue<Sent> files = new ArrayDeque<>();
  private Issue issue;
  private Issue former;

  /**
   * A file that the asker sent.
   *
   * @param id unique among all
   */
  record Sent(String id, Attachment file) {}

  Ticket(Conversation conversation, long order) {
    this.conversation = conversation;
    this.order = order;
  }

  /**
   * Whether it was opened or closed later than all that was heard before: webhooks may come in
   * another order. Who doesn't know when brings news.
   */
  boolean isNews(long openedOrClosedMillis) {
    boolean news = openedOrClosedMillis == 0 || openedOrClosedMillis >= saidMillis;
    saidMillis = Math.max(saidMillis, openedOrClosedMillis);
    return news;
  }

  /** Whether something was said after it was opened or closed last, or nobody knows when. */
  boolean isLater(long millis) {
    return millis == 0 || millis > saidMillis;
  }

  /**
   * The issue that a note is about if the conversation was closed after it was written: a webhook
   * may come long after those that followed it.
   */
  Optional<Issue> pastIssue(long saidMillis) {
    return issue != null || isLater(saidMillis)
        ? Optional.empty()
        : formerIssue().filter(past -> !past.isRefused());
  }

  boolean isOpen() {
    return holder != Holder.ARCHIVE;
  }

  /** The asker sent a file; the latest few are kept. */
  void sent(Sent file) {
    files.add(file);
    if (files.size() > FILES) {
      files.remove();
    }
  }

  /** The latest files of the asker, oldest first. */
  Collection<Sent> files() {
    return Collections.unmodifiableCollection(files);
  }

  /** The issue it is escalated as, until the conversation is closed. */
  Optional<Issue> issue() {
    return Optional.ofNullable(issue);
  }

  /** The issue it was escalated as before it was closed last. */
  Optional<Issue> formerIssue() {
    return Optional.ofNullable(former);
  }

  void escalatedAs(Issue next) {
    forgetIssue();
    issue = next;
    issue.held(1);
  }

  void forgetIssue() {
    if (issue != null) {
      issue.held(-1);
      former = issue;
      issue = null;
    }
  }
}
