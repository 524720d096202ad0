package gameday.story;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.FollowUpKind;
import gameday.evidence.Issue;
import gameday.evidence.Moment;
import gameday.history.Entry;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.FaultBegan;
import gameday.history.Happening.FaultEnded;
import gameday.history.Happening.PipelineGone;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.history.Happening.WebhookDelivered;
import gameday.history.Happening.WebhookMeddled;
import gameday.process.PipelinePart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gathers what belongs into the picture of one question. */
final class OneQuestion {
  private final Evidence evidence;
  private final CaseFile file;
  private final Set<Long> proof = new HashSet<>();

  /** By sequence, so that nothing is drawn twice. */
  private final TreeMap<Long, Entry> entries = new TreeMap<>();

  private OneQuestion(Evidence evidence, CaseFile file, Collection<Entry> witnesses) {
    this.evidence = evidence;
    this.file = file;
    witnesses.forEach(entry -> proof.add(entry.sequence()));
    witnesses.forEach(this::take);
  }

  /** When it was asked, or should have been. */
  static long askedNanos(Evidence evidence, CaseFile file) {
    return file.first(Asked.class)
        .map(Moment::atNanos)
        .orElseGet(() -> evidence.clock().wallNanos(file.question().at()));
  }

  static void fill(Rows rows, Evidence evidence, CaseFile file, Collection<Entry> witnesses) {
    OneQuestion one = new OneQuestion(evidence, file, witnesses);
    one.file.entries().stream().filter(entry -> !one.isAboutOthers(entry)).forEach(one::take);
    one.reactions();
    one.machines();
    one.entries.values().forEach(entry -> rows.add(entry, one.proof.contains(entry.sequence())));
    one.faults(rows);
    one.untaken(rows);
    one.file.issues().forEach(issue -> one.thread(rows, issue));
  }

  private void take(Entry entry) {
    entries.put(entry.sequence(), entry);
  }

  /** Whether it is the pipeline's word in a shared thread about other people's questions. */
  private boolean isAboutOthers(Entry entry) {
    return entry.what() instanceof SlackPosted post
        && post.threadTs().isPresent()
        && post.author().role() == Role.PIPELINE
        && !post.questions().isEmpty()
        && !post.questions().contains(file.id());
  }

  private void reactions() {
    Set<String> roots = file.issues().stream().map(OneQuestion::place).collect(Collectors.toSet());
    if (!roots.isEmpty()) {
      evidence.all(SlackReacted.class).stream()
          .filter(r -> roots.contains(r.what().channel() + " " + r.what().ts()))
          .forEach(r -> take(r.entry()));
    }
  }

  private static String place(Issue issue) {
    return issue.root().what().channel() + " " + issue.root().what().ts();
  }

  /** Webhooks about it that went wrong, and the pipeline's death meanwhile. */
  private void machines() {
    Set<String> ways = new HashSet<>();
    file.first(Asked.class).ifPresent(asked -> ways.add(asked.what().conversation()));
    file.issues().forEach(issue -> ways.add(issue.root().what().ts()));
    for (Moment<WebhookDelivered> each : evidence.all(WebhookDelivered.class)) {
      if (each.what().status() / 100 != 2 && ways.contains(bare(each.what().conversation()))) {
        take(each.entry());
      }
    }
    for (Moment<WebhookMeddled> each : evidence.all(WebhookMeddled.class)) {
      if (ways.contains(bare(each.what().conversation()))) {
        take(each.entry());
      }
    }
    for (Moment<PipelineGone> each : evidence.all(PipelineGone.class)) {
      if (!each.what().expected() && isDuring(each.atNanos())) {
        take(each.entry());
      }
    }
  }

  /** A conversation, or a Slack message's ts: its channel's id is not known to histories. */
  private static String bare(String conversation) {
    return conversation.substring(conversation.lastIndexOf(':') + 1);
  }

  private boolean isDuring(long atNanos) {
    return !file.entries().isEmpty()
        && file.entries().getFirst().atNanos() <= atNanos
        && atNanos <= file.entries().getLast().atNanos();
  }

  /** The scenario's faults that were on at any time of it. */
  private void faults(Rows rows) {
    if (file.entries().isEmpty()) {
      return;
    }
    List<Moment<FaultEnded>> ends = new ArrayList<>(evidence.all(FaultEnded.class));
    for (Moment<FaultBegan> began : evidence.all(FaultBegan.class)) {
      Optional<Moment<FaultEnded>> ended =
          ends.stream()
              .filter(end -> began.isBefore(end))
              .filter(end -> end.what().on().equals(began.what().on()))
              .filter(end -> end.what().kind().equals(began.what().kind()))
              .findFirst();
      ended.ifPresent(ends::remove);
      long from = file.entries().getFirst().atNanos();
      long to = file.entries().getLast().atNanos();
      long over = ended.map(Moment::atNanos).orElse(evidence.endNanos());
      if (began.atNanos() <= to && over >= from) {
        add(rows, began);
        ended.filter(end -> end.atNanos() <= to).ifPresent(end -> add(rows, end));
      }
    }
  }

  private void add(Rows rows, Moment<?> fault) {
    if (!proof.contains(fault.entry().sequence())) {
      rows.add(fault.entry(), false);
    }
  }

  private void untaken(Rows rows) {
    Optional<Long> due = evidence.untakenDueNanos(file);
    boolean taken =
        due.isEmpty()
            || file.first(AgentTook.class).filter(t -> t.atNanos() <= due.get()).isPresent();
    if (!taken && isDue(due.get())) {
      Duration after = evidence.scenario().process().deadlines().untaken();
      deadline(rows, due.get(), "due in Slack: untaken for " + minutes(after));
    }
  }

  private boolean isDue(long atNanos) {
    return atNanos <= evidence.endNanos()
        && !file.isOverBy(atNanos)
        && !evidence.lacking().contains(PipelinePart.DEADLINES);
  }

  private void thread(Rows rows, Issue issue) {
    if (issue.isInEventChannel()) {
      for (FollowUpKind kind : FollowUpKind.values()) {
        Duration after = kind.after(evidence.scenario().process().deadlines());
        long due = issue.root().atNanos() + evidence.clock().wallNanos(after);
        boolean seen = issue.seenNanos().filter(at -> at <= due).isPresent();
        if (!seen && isDue(due)) {
          String words = "%s due: unseen for %s".formatted(kind.words(), minutes(after));
          deadline(rows, due, words);
        }
      }
    }
    int others = issue.ids().size() - (issue.ids().contains(file.id()) ? 1 : 0);
    if (others > 0) {
      rows.add(
          issue.root().atNanos(),
          Optional.empty(),
          new Drawn(Lane.SLACK, Lane.SLACK, Row.Kind.NOTE, others(issue, others), ""),
          false);
    }
  }

  private String others(Issue issue, int others) {
    long left =
        issue.replies().stream()
            .map(Moment::entry)
            .filter(entry -> !entries.containsKey(entry.sequence()))
            .count();
    String more = "and %,d more in this thread".formatted(others);
    return left == 0 ? more : more + "; %,d messages about them are left out".formatted(left);
  }

  private static void deadline(Rows rows, long atNanos, String words) {
    Drawn drawn = new Drawn(Lane.PIPELINE, Lane.PIPELINE, Row.Kind.DEADLINE, words, "");
    rows.add(atNanos, Optional.empty(), drawn, false);
  }

  private static String minutes(Duration duration) {
    return duration.toSecondsPart() == 0
        ? duration.toMinutes() + " min"
        : duration.toSeconds() + " s";
  }
}
