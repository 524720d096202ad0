package gameday.checker;

import static gameday.verdict.Blame.PIPELINE;
import static gameday.verdict.Blame.STAFF;

import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.evidence.Moment;
import gameday.history.Entry;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.Escalated;
import gameday.process.AnswerRoute;
import gameday.process.Flowchart;
import gameday.process.Move;
import gameday.process.Stage;
import gameday.script.QuestionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Owns what stood in Slack before an agent of the Client team had it: while the chatbot had it, or
 * while it waited and less than half of the deadline for untaken questions had passed. A deadline
 * kept a little early is {@code on-time}'s; what an agent had but did not escalate is {@code
 * escalated-iff-needed}'s.
 */
final class ClientTeamFirst implements Rule {
  @Override
  public String id() {
    return "client-team-first";
  }

  @Override
  public String sentence() {
    return "Nothing the chatbot didn't close reaches Slack before an agent of the Client team had"
        + " it.";
  }

  @Override
  public String safety() {
    return "A question in Slack while the chatbot had it, or while it waited and less than "
        + "half of the deadline for untaken questions had passed.";
  }

  @Override
  public String liveness() {
    return "";
  }

  @Override
  public String example() {
    return "q-00042 is asked at 09:14 and answered by the chatbot at 09:15; in between the "
        + "pipeline has posted it.";
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
      if (issue.isRepeated()) {
        continue;
      }
      findings.judged();
      if (issue.root().what().author().role() == Role.PIPELINE) {
        judgePipeline(evidence, issue, findings);
      }
    }
    evidence.all(Escalated.class).forEach(e -> judgeAgent(evidence, e, findings));
    return findings;
  }

  private static void judgePipeline(Evidence evidence, Issue issue, Findings findings) {
    if (Warrant.of(evidence, issue) != Warrant.SKIPPED_CLIENT_TEAM) {
      return;
    }
    QuestionId question = issue.root().what().questions().get(0);
    List<Entry> witnesses =
        Stream.concat(
                evidence.caseOf(question).stream()
                    .flatMap(file -> file.first(Asked.class).stream())
                    .map(Moment::entry),
                Stream.of(issue.root().entry()))
            .toList();
    String sentence =
        "the pipeline posted it at %s, before any agent of the Client team had it"
            .formatted(evidence.clock().time(issue.root().atNanos()));
    findings.breach(PIPELINE, Optional.of(question), sentence, witnesses);
  }

  private static void judgeAgent(
      Evidence evidence, Moment<Escalated> escalated, Findings findings) {
    evidence
        .caseOf(escalated.what().question())
        .ifPresent(
            file -> {
              boolean took =
                  file.first(AgentTook.class).filter(t -> t.isBefore(escalated)).isPresent();
              boolean waits =
                  file.waiting().filter(w -> w.atNanos() <= escalated.atNanos()).isPresent();
              Stage stage =
                  took
                      ? Stage.WITH_CLIENT_TEAM
                      : waits ? Stage.WAITING_FOR_CLIENT_TEAM : Stage.WITH_CHATBOT;
              if (Flowchart.step(AnswerRoute.THROUGH_AGENT, stage, Move.ESCALATE)
                  instanceof Flowchart.Step.Refused refused) {
                String sentence =
                    "%s escalated it without having taken it: %s"
                        .formatted(escalated.what().agent(), refused.why());
                findings.breach(STAFF, file.id(), sentence, escalated.entry());
              }
            });
  }
}
