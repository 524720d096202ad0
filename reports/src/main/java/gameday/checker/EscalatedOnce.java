package gameday.checker;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.evidence.Way;
import gameday.history.Entry;
import gameday.history.Happening.Author.Role;
import gameday.script.QuestionId;
import gameday.verdict.Blame;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Owns the second thread for what already stands in the event's channel, whatever was redelivered,
 * retried or restarted, and the pipeline's own post beside an agent's. A copy in another channel is
 * {@code right-channel}'s; a reminder outside the thread {@code in-thread}'s. That two users'
 * questions are one issue is the pipeline's to see, and is not judged: sharing a thread is allowed,
 * never demanded.
 */
final class EscalatedOnce implements Rule {
  @Override
  public String id() {
    return "escalated-once";
  }

  @Override
  public String sentence() {
    return "One thread per issue, whatever is redelivered, retried or restarted.";
  }

  @Override
  public String safety() {
    return "A second thread for what already stands in the event's channel, and the "
        + "pipeline's own post beside an agent's.";
  }

  @Override
  public String liveness() {
    return "";
  }

  @Override
  public String example() {
    return "A webhook is delivered twice, and q-00042 stands in the channel twice.";
  }

  @Override
  public String needs() {
    return Exercise.ESCALATION;
  }

  @Override
  public boolean isExercised(Evidence evidence) {
    return Exercise.escalations(evidence);
  }

  @Override
  public Findings judge(Evidence evidence) {
    Findings findings = new Findings(id());
    for (Issue issue : evidence.issues()) {
      if (!issue.isInEventChannel()) {
        continue;
      }
      findings.judged();
      if (issue.isRepeated() && !isHidden(evidence, issue) && !isMisdated(evidence, issue)) {
        breach(evidence, issue, findings);
      }
    }
    return findings;
  }

  /** Whether an agent's own post came first, and a fault kept it from the pipeline. */
  private static boolean isHidden(Evidence evidence, Issue repeated) {
    return evidence.caseOf(repeated.root().what().questions().get(0)).stream()
        .map(file -> file.issues().get(0))
        .anyMatch(
            first ->
                first.root().what().author().role() == Role.CLIENT_TEAM
                    && repeated.root().what().author().role() == Role.PIPELINE
                    && evidence.faults().covers(first.root().atNanos(), Way.ofThread(first)));
  }

  /**
   * Whether the chat dated what was said wrongly: a note that comes late because of that looks
   * newer, or older, than the closing that came before it.
   */
  private static boolean isMisdated(Evidence evidence, Issue repeated) {
    return evidence.caseOf(repeated.root().what().questions().get(0)).stream()
        .filter(file -> repeated.root().what().author().role() == Role.PIPELINE)
        .anyMatch(
            file ->
                evidence
                    .faults()
                    .misdates(
                        file.question().chat().word(),
                        file.entries().getFirst().atNanos(),
                        repeated.root().atNanos()));
  }

  private static void breach(Evidence evidence, Issue issue, Findings findings) {
    QuestionId question = issue.root().what().questions().get(0);
    List<Entry> first =
        evidence.caseOf(question).stream()
            .map(CaseFile::issues)
            .map(issues -> issues.get(0).root().entry())
            .toList();
    String sentence =
        "it was posted again at %s, after %s"
            .formatted(
                evidence.clock().time(issue.root().atNanos()),
                evidence.clock().time(first.get(0).atNanos()));
    boolean pipelines = issue.root().what().author().role() == Role.PIPELINE;
    findings.breach(
        pipelines ? Blame.PIPELINE : Blame.STAFF,
        Optional.of(question),
        sentence,
        Stream.concat(first.stream(), Stream.of(issue.root().entry())).toList());
  }
}
