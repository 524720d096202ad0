package gameday.pipeline;

import gameday.process.Chat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/** An escalation: one thread, and the conversations its answers go back to. */
final class Issue {
  private static final int FILES = 20;

  final String id;
  final long openedNanos;

  /** The words it was escalated with. */
  final String topic;

  /** Who joined and isn't named in the thread yet. */
  final Queue<Joiner> joiners = new ArrayDeque<>();

  /** What belongs into the thread, but has to wait until it is known which thread that is. */
  private final List<FollowUp> waiting = new ArrayList<>();

  private final Set<Ticket> tickets = new LinkedHashSet<>();
  private final TreeMap<String, Said> said = new TreeMap<>();

  /** Whether the response team has replied or reacted. */
  boolean seen;

  /** Whether joiners are being named in the thread just now. */
  boolean adding;

  /** How often joiners were named. */
  int added;

  private String ts;
  private boolean refused;
  private boolean withdrawn;
  private int held;
  private int files;

  Issue(String id, long openedNanos, String topic) {
    this.id = id;
    this.openedNanos = openedNanos;
    this.topic = topic;
  }

  /**
   * Somebody who has the same trouble.
   *
   * @param screenshot what the agent wrote there; blank if nothing
   */
  record Joiner(List<String> emails, String screenshot) {}

  /** Something for the thread, made once the thread's ts is known. */
  interface FollowUp {
    Effect in(String threadTs);
  }

  /** The thread, once the message is known to stand. */
  Optional<String> ts() {
    return Optional.ofNullable(ts);
  }

  void standsAt(String ts) {
    this.ts = ts;
  }

  /** Slack won't have it: nobody can join it. */
  void refuse() {
    refused = true;
  }

  boolean isRefused() {
    return refused;
  }

  /** Its answers go back to this conversation, too, whose issue it is from now on. */
  void join(Ticket ticket) {
    Optional<Issue> before = ticket.issue();
    ticket.escalatedAs(this);
    tickets.add(ticket);
    if (ts != null) {
      before.ifPresent(Issue::withdrawIfLeft);
    }
  }

  /** Whoever waited for its thread has another one by now: nobody needs to be called twice. */
  private void withdrawIfLeft() {
    withdrawn |= ts == null && held == 0;
  }

  /** Whether nobody needs its message any more, if that doesn't stand yet. */
  boolean isWithdrawn() {
    return withdrawn;
  }

  /** Whether its answers go back to this conversation. */
  boolean has(Ticket ticket) {
    return tickets.contains(ticket);
  }

  /** The conversations its answers go back to, in the order they came. */
  Set<Ticket> tickets() {
    return Collections.unmodifiableSet(tickets);
  }

  /** The chat its conversations are in; nothing if there are none. */
  Optional<Chat> chat() {
    return tickets.stream().findFirst().map(ticket -> ticket.conversation.chat());
  }

  /** A conversation has it as its issue; or {@code by} is -1, and it has it no more. */
  void held(int by) {
    held += by;
  }

  /** Whether somebody still waits in it, or nobody is known to. */
  boolean isOpen() {
    return !refused && (held > 0 || tickets.isEmpty());
  }

  /** A message of the response team in its thread. */
  Said said(String messageTs) {
    return said.computeIfAbsent(messageTs, Said::new);
  }

  /** The latest answer that stands. */
  Optional<Said> answer() {
    return said.descendingMap().values().stream().filter(Said::isAnswer).findFirst();
  }

  void follow(FollowUp followUp) {
    waiting.add(followUp);
  }

  /** What waited for the thread, if that is known now. */
  List<Effect> takeWaiting() {
    if (ts == null) {
      return List.of();
    }
    List<Effect> taken = waiting.stream().map(next -> next.in(ts)).toList();
    waiting.clear();
    return taken;
  }

  /** A file of somebody affected goes into the thread, as long as there is room for files. */
  void show(Ticket.Sent sent) {
    files++;
    if (files <= FILES) {
      String key = "file:" + id + ":" + sent.id();
      Attachment file = sent.file();
      follow(ts -> new Effect.ShowFile(key, ts, file.url(), file.name(), Wording.fileLink(file)));
    } else if (files == FILES + 1) {
      follow(ts -> new Effect.PostInThread("files:" + id, ts, Wording.moreFiles()));
    }
  }
}
