package gameday.checker;

import static gameday.verdict.Blame.PIPELINE;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.evidence.Moment;
import gameday.history.Entry;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.SlackPosted;
import gameday.process.PipelinePart;
import gameday.script.QuestionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns the three deadlines: a question nobody took is escalated, an escalation nobody looked at is
 * called to mind, and called again. Each happens once, when it is due, within {@link
 * gameday.evidence.Tolerance}; a fault in the way puts it off to the fault's end.
 *
 * <p>A deadline that fell after the run's end, or by which the matter was over, is no case. A
 * question posted before half its deadline is {@code client-team-first}'s; a reminder in the wrong
 * place is {@code in-thread}'s.
 */
final class OnTime implements Rule {
  @Override
  public String id() {
    return "on-time";
  }

  @Override
  public String sentence() {
    return "What the pipeline must do at a deadline happens then, neither late nor early.";
  }

  @Override
  public String safety() {
    return "A deadline kept early, kept twice, or kept though there was no longer a reason to.";
  }

  @Override
  public String liveness() {
    return "A deadline kept late or never: a question nobody took, an escalation nobody looked "
        + "at, and the second call.";
  }

  @Override
  public String example() {
    return "Nobody replies to q-00042 by 09:19; the reminder, due then, comes at 09:26.";
  }

  @Override
  public String blame() {
    return "pipeline";
  }

  @Override
  public String needs() {
    return "a deadline that comes due, which is up to people";
  }

  /** Whether a deadline comes due is up to people, so a run that brings none is not to blame. */
  @Override
  public boolean isExercised(Evidence evidence) {
    return false;
  }

  @Override
  public Optional<PipelinePart> part() {
    return Optional.of(PipelinePart.DEADLINES);
  }

  @Override
  public Findings judge(Evidence evidence) {
    Findings findings = new Findings(id());
    evidence.cases().forEach(file -> judgeUntaken(evidence, file.turns().getFirst(), findings));
    judgeEarly(evidence, findings);
    FollowUps.of(evidence).cases().forEach(kept -> judgeFollowUp(evidence, kept, findings));
    return findings;
  }

  private static void judgeUntaken(Evidence evidence, CaseFile file, Findings findings) {
    Optional<Long> due = evidence.untakenDueNanos(file);
    if (due.isEmpty() || isHandled(file, due.get())) {
      return;
    }
    Entry waiting = file.waiting().orElseThrow();
    // Whoever hears later that it waits can only count from there.
    long later = Hearing.nanosOf(evidence, file, waiting) - waiting.atNanos();
    long latest = evidence.faults().latest(due.get() + later, file.wayOut());
    Optional<Moment<SlackPosted>> posted = file.issues().stream().findFirst().map(Issue::root);
    if (posted.isPresent()) {
      findings.judged();
      if (posted.get().atNanos() > latest && !isHandled(file, posted.get().atNanos())) {
        String sentence =
            "nobody took it; it was due in Slack at %s and came at %s"
                .formatted(
                    evidence.clock().time(due.get()),
                    evidence.clock().time(posted.get().atNanos()));
        findings.missed(PIPELINE, file.id(), sentence, waiting, posted.get().entry());
      }
    } else if (latest <= evidence.endNanos()
        && !isHandled(file, latest)
        && !evidence.faults().covers(waiting.atNanos(), file.hearing())) {
      findings.judged();
      String sentence =
          "nobody took it; it was due in Slack at %s and never came"
              .formatted(evidence.clock().time(due.get()));
      findings.missed(PIPELINE, file.id(), sentence, waiting);
    }
  }

  /** Whether by then somebody had it, it was over, or the harness was in the way. */
  private static boolean isHandled(CaseFile file, long byNanos) {
    boolean taken =
        file.first(AgentTook.class).filter(took -> took.atNanos() <= byNanos).isPresent();
    return taken || file.isOverBy(byNanos) || file.first(HarnessTrouble.class).isPresent();
  }

  private static void judgeEarly(Evidence evidence, Findings findings) {
    for (Issue issue : evidence.issues()) {
      boolean pipelines = issue.root().what().author().role() == Role.PIPELINE;
      if (pipelines && Warrant.of(evidence, issue) == Warrant.EARLY) {
        findings.judged();
        String sentence =
            "it was escalated as untaken at %s, before its deadline"
                .formatted(evidence.clock().time(issue.root().atNanos()));
        findings.breach(
            PIPELINE, issue.ids().stream().findFirst(), sentence, List.of(issue.root().entry()));
      }
    }
  }

  private static void judgeFollowUp(Evidence evidence, FollowUps.Case kept, Findings findings) {
    String due = evidence.clock().time(kept.dueNanos());
    String came = kept.post().map(p -> evidence.clock().time(p.atNanos())).orElse("never");
    String what = "the " + kept.kind().words();
    if (kept.state() != FollowUps.State.NO_CASE) {
      findings.judged();
    }
    switch (kept.state()) {
      case KEPT, MISPLACED, NO_CASE -> {}
      case EARLY -> {
        String sentence = what + " was due at " + due + " and came at " + came;
        findings.breach(PIPELINE, question(kept), sentence, witnesses(kept));
      }
      case LATE -> {
        String sentence = what + " was due at " + due + " and came at " + came;
        findings.missed(PIPELINE, question(kept), sentence, witnesses(kept));
      }
      case MISSING -> {
        String sentence = what + " was due at " + due + " and never came";
        findings.missed(PIPELINE, question(kept), sentence, witnesses(kept));
      }
      case NOT_DUE -> {
        String sentence = what + " at " + came + " was not due";
        findings.breach(PIPELINE, question(kept), sentence, witnesses(kept));
      }
    }
  }

  private static Optional<QuestionId> question(FollowUps.Case kept) {
    return kept.issue().ids().stream().findFirst();
  }

  private static List<Entry> witnesses(FollowUps.Case kept) {
    List<Entry> witnesses = new ArrayList<>(List.of(kept.issue().root().entry()));
    kept.post().ifPresent(post -> witnesses.add(post.entry()));
    return witnesses;
  }
}
