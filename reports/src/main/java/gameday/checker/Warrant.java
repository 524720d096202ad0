package gameday.checker;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.history.Entry;
import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Asked;
import gameday.history.Happening.ChatbotReplied;
import gameday.history.Happening.GaveUp;
import java.util.Optional;

/**
 * By what right the pipeline put a question into Slack. From best to worst; an issue of several
 * questions stands on the best of theirs.
 */
enum Warrant {
  /** An agent escalated it. */
  AGENT,
  /** Nobody had taken it by the deadline, as far as the pipeline could know. */
  UNTAKEN,
  /** It waited, and at least half of the deadline had passed: a deadline kept too early. */
  EARLY,
  /** It is none of the script's questions: nothing is known of it. */
  UNKNOWN,
  /** An agent had it or it was over, and nobody had asked for an escalation. */
  NOT_ASKED_FOR,
  /** No agent had had it yet. */
  SKIPPED_CLIENT_TEAM;

  /** The warrant of a message the pipeline opened an issue with. */
  static Warrant of(Evidence evidence, Issue issue) {
    return issue.root().what().questions().stream()
        .flatMap(question -> evidence.caseOf(question).stream())
        .map(file -> of(evidence, file, issue))
        .min(Enum::compareTo)
        .orElse(UNKNOWN);
  }

  /** By the turn it was posted in, or as what was due in an earlier one and came late. */
  private static Warrant of(Evidence evidence, CaseFile file, Issue issue) {
    long postedNanos = issue.root().atNanos();
    Warrant now = of(evidence, file.turnOf(issue), postedNanos);
    CaseFile first = file.turns().getFirst();
    Warrant before = first.issues().isEmpty() ? of(evidence, first, postedNanos) : now;
    return before == AGENT || before == UNTAKEN && now != AGENT ? before : now;
  }

  private static Warrant of(Evidence evidence, CaseFile file, long postedNanos) {
    long jitter = evidence.tolerance().recordingNanos();
    if (file.escalated().filter(e -> e.atNanos() <= postedNanos + jitter).isPresent()) {
      return AGENT;
    }
    Optional<Long> ended = ended(file).map(Entry::atNanos).filter(at -> at <= postedNanos - jitter);
    Optional<Long> due = evidence.untakenDueNanos(file);
    if (due.isPresent()) {
      // Told a wrong time of the question, the pipeline may think that it has waited for long.
      boolean misdated = isMisdated(evidence, file, postedNanos);
      long dueNanos = misdated ? Math.min(due.get(), postedNanos) : due.get();
      boolean passed = postedNanos >= dueNanos - evidence.tolerance().earlyNanos();
      if (passed && ended.filter(at -> couldKnow(evidence, file, at, dueNanos)).isEmpty()) {
        return UNTAKEN;
      }
      long waitingNanos = file.waiting().orElseThrow().atNanos();
      if (ended.isEmpty()
          && !passed
          && postedNanos - waitingNanos >= (dueNanos - waitingNanos) / 2) {
        return EARLY;
      }
    }
    return ended.isPresent() ? NOT_ASKED_FOR : SKIPPED_CLIENT_TEAM;
  }

  private static boolean isMisdated(Evidence evidence, CaseFile file, long postedNanos) {
    return file.first(Asked.class)
        .filter(
            asked ->
                evidence
                    .faults()
                    .misdates(file.question().chat().word(), asked.atNanos(), postedNanos))
        .isPresent();
  }

  /** Whether word of an end of waiting could reach the pipeline before the deadline. */
  private static boolean couldKnow(
      Evidence evidence, CaseFile file, long endedNanos, long dueNanos) {
    return endedNanos <= dueNanos - evidence.tolerance().lateNanos()
        && !evidence.faults().touches(endedNanos, dueNanos, file.hearing());
  }

  /** What ends the waiting for the Client team: taken, answered, given up or closed. */
  private static Optional<Entry> ended(CaseFile file) {
    return file.entries().stream()
        .filter(
            entry ->
                entry.what() instanceof AgentTook
                    || entry.what() instanceof AgentReplied
                    || (entry.what() instanceof ChatbotReplied bot && bot.resolves())
                    || (!isSilent(entry) && file.over().filter(entry::equals).isPresent()))
        .findFirst();
  }

  /** Whether it is something that nobody can hear of: somebody left without a word. */
  private static boolean isSilent(Entry entry) {
    return entry.what() instanceof GaveUp gone && gone.silently();
  }
}
