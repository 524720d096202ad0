package gameday.checker;

import gameday.evidence.Evidence;
import gameday.history.Entry;
import gameday.scenario.RuleForm;
import gameday.verdict.Blame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Judges responses. A further call while one is pending is the same case: one answer is enough for
 * both, and the first of them has waited longest.
 */
record OwnResponse(
    Evidence evidence,
    EventMatch to,
    EventMatch with,
    Optional<Duration> limit,
    Blame blame,
    Findings findings) {
  OwnResponse(Evidence evidence, RuleForm.Response form, Blame blame, Findings findings) {
    this(
        evidence,
        new EventMatch(form.to()),
        new EventMatch(form.with()),
        form.within(),
        blame,
        findings);
  }

  void judge(OwnCase one) {
    Entry pending = null;
    Entry last = null;
    for (Entry entry : one.entries()) {
      boolean answers = with.matches(entry);
      if (answers && pending != null) {
        answered(one, pending, entry);
        pending = null;
      } else if (pending == null && to.matches(entry)) {
        if (last != null && isAtOnce(last, entry)) {
          findings.judged();
        } else {
          pending = entry;
        }
      }
      last = answers ? entry : last;
    }
    if (pending != null) {
      unanswered(one, pending);
    }
  }

  private void answered(OwnCase one, Entry call, Entry answer) {
    findings.judged();
    Owed owed = new Owed(evidence, one, call);
    if (limit.filter(most -> owed.isLate(answer, most)).isPresent()) {
      String sentence =
          owed.lateness(answer, limit.orElseThrow()).formatted(with.words(), to.words());
      findings.missed(blame, one.question(), sentence, List.of(call, answer));
    }
  }

  private void unanswered(OwnCase one, Entry call) {
    Owed owed = new Owed(evidence, one, call);
    if (limit.map(owed::isMissing).orElseGet(owed::isMissing)) {
      findings.judged();
      String sentence =
          "'%s' at %s was never followed by '%s'"
              .formatted(to.words(), evidence.clock().time(call.atNanos()), with.words());
      findings.missed(blame, one.question(), sentence, List.of(call));
    }
  }

  /** Written down first, though it may have come second. */
  private boolean isAtOnce(Entry answer, Entry call) {
    return call.atNanos() - answer.atNanos() <= evidence.tolerance().recordingNanos();
  }
}
