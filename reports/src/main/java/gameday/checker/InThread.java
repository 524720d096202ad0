package gameday.checker;

import gameday.evidence.Evidence;
import gameday.evidence.FollowUpKind;
import gameday.evidence.Moment;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.SlackPosted;
import gameday.script.QuestionId;
import gameday.verdict.Blame;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Owns what is said about an issue outside its thread: a reminder or other follow-up at top level,
 * in a thread that does not exist, or, when it was due elsewhere at that very time, in another
 * issue's thread; and answers of the response team at top level. A second escalation by the
 * template is {@code escalated-once}'s; another channel is {@code right-channel}'s.
 */
final class InThread implements Rule {
  @Override
  public String id() {
    return "in-thread";
  }

  @Override
  public String sentence() {
    return "Follow-ups stand in the issue's own thread.";
  }

  @Override
  public String safety() {
    return "A reminder or other follow-up at top level, in a thread that isn't there or in "
        + "another issue's; an answer of the response team at top level.";
  }

  @Override
  public String liveness() {
    return "";
  }

  @Override
  public String example() {
    return "The reminder of q-00042 stands at top level, where nobody knows what it is about.";
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
    Set<String> tops = new HashSet<>();
    for (Moment<SlackPosted> post : evidence.posts()) {
      if (!post.what().channel().equals(evidence.scenario().event().channel())) {
        continue;
      }
      if (post.what().threadTs().isEmpty()) {
        tops.add(post.what().ts());
        judgeTop(evidence, post, findings);
      } else if (evidence.thread(post.what()).isPresent()) {
        findings.judged();
      } else if (!tops.contains(post.what().threadTs().orElseThrow())) {
        breach(evidence, post, "in a thread that doesn't exist", findings);
      }
    }
    for (FollowUps.Case kept : FollowUps.of(evidence).cases()) {
      kept.post()
          .filter(p -> kept.state() == FollowUps.State.MISPLACED)
          .filter(p -> evidence.thread(p.what()).isPresent())
          .ifPresent(p -> breach(evidence, p, "in another issue's thread", findings));
    }
    return findings;
  }

  private static void judgeTop(Evidence evidence, Moment<SlackPosted> post, Findings findings) {
    boolean about = !post.what().questions().isEmpty() || FollowUpKind.of(post.what()).isPresent();
    if (about
        && post.what().author().role() != Role.OTHER
        && evidence.openedBy(post.what()).isEmpty()) {
      breach(evidence, post, "at top level", findings);
    }
  }

  private static void breach(
      Evidence evidence, Moment<SlackPosted> post, String where, Findings findings) {
    findings.judged();
    Optional<QuestionId> question = post.what().questions().stream().findFirst();
    String sentence =
        "%s wrote %s at %s instead of in the issue's thread"
            .formatted(post.what().author().name(), where, evidence.clock().time(post.atNanos()));
    boolean pipelines = post.what().author().role() == Role.PIPELINE;
    findings.breach(
        pipelines ? Blame.PIPELINE : Blame.STAFF, question, sentence, List.of(post.entry()));
  }
}
