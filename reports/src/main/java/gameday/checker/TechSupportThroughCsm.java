package gameday.checker;

import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.evidence.Moment;
import gameday.history.Entry;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.SlackPosted;
import gameday.process.AnswerRoute;
import gameday.process.Flowchart;
import gameday.process.Move;
import gameday.process.Stage;
import gameday.verdict.Blame;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Owns the call of Tech Support by anybody but a CSM, and Tech Support that comes in uncalled. The
 * caller is to blame if there is one, Tech Support itself if nobody called it. A user's unescaped
 * mention below an escalation's greeting is {@code template-complete}'s.
 */
final class TechSupportThroughCsm implements Rule {
  private static final String GROUP = "<!subteam^";

  @Override
  public String id() {
    return "tech-support-through-csm";
  }

  @Override
  public String sentence() {
    return "Tech Support comes in only after a CSM has called it.";
  }

  @Override
  public String safety() {
    return "Tech Support called by anybody but a CSM, and Tech Support that comes in "
        + "uncalled.";
  }

  @Override
  public String liveness() {
    return "";
  }

  @Override
  public String example() {
    return "An agent calls Tech Support in the thread of q-00042 before any CSM has.";
  }

  @Override
  public String needs() {
    return "a question that only Tech Support can answer, and an asker who stays";
  }

  @Override
  public boolean isExercised(Evidence evidence) {
    return Exercise.techSupport(evidence);
  }

  @Override
  public Findings judge(Evidence evidence) {
    Findings findings = new Findings(id());
    for (Issue issue : evidence.issues()) {
      if (issue.isInEventChannel()) {
        judge(evidence, issue, findings);
      }
    }
    return findings;
  }

  private static void judge(Evidence evidence, Issue issue, Findings findings) {
    String greeting = issue.root().what().text().lines().findFirst().orElse("");
    Optional<Moment<SlackPosted>> first =
        greeting.contains(GROUP)
            ? Optional.of(issue.root())
            : issue.replies().stream().filter(TechSupportThroughCsm::bringsIn).findFirst();
    if (first.isEmpty()) {
      return;
    }
    findings.judged();
    SlackPosted post = first.get().what();
    if (post.author().role() == Role.CSM) {
      return;
    }
    boolean came = post.author().role() == Role.TECH_SUPPORT;
    String why =
        Flowchart.step(AnswerRoute.THROUGH_AGENT, Stage.WITH_CSM, Move.TECH_SUPPORT_ANSWERS)
                instanceof Flowchart.Step.Refused refused
            ? refused.why()
            : "";
    String sentence =
        "%s %s at %s: %s"
            .formatted(
                post.author().name(),
                came ? "came in" : "called Tech Support",
                evidence.clock().time(first.get().atNanos()),
                why);
    boolean pipelines = post.author().role() == Role.PIPELINE;
    List<Entry> witnesses =
        Stream.of(issue.root().entry(), first.get().entry()).distinct().toList();
    findings.breach(
        pipelines ? Blame.PIPELINE : Blame.STAFF,
        issue.ids().stream().findFirst(),
        sentence,
        witnesses);
  }

  private static boolean bringsIn(Moment<SlackPosted> post) {
    return post.what().author().role() == Role.TECH_SUPPORT || post.what().text().contains(GROUP);
  }
}
