package gameday.checker;

import static gameday.verdict.Blame.PIPELINE;
import static gameday.verdict.Blame.STAFF;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.evidence.Moment;
import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.Escalated;
import gameday.script.QuestionId;
import java.util.List;
import java.util.Optional;

/**
 * Owns what the pipeline put into Slack although an agent had it and had not escalated it, or
 * although it was over; and the agent who escalated what the first line could answer, or answered
 * what it could not. What no agent had yet is {@code client-team-first}'s; an escalation that never
 * arrived is {@code no-question-lost}'s.
 */
final class EscalatedIffNeeded implements Rule {
  @Override
  public String id() {
    return "escalated-iff-needed";
  }

  @Override
  public String sentence() {
    return "A question is escalated when the first line couldn't answer it, and only then.";
  }

  @Override
  public String safety() {
    return "A question in Slack although an agent had it and had not escalated it, or "
        + "although it was over; the agent who escalated needlessly, or answered what "
        + "needed an escalation.";
  }

  @Override
  public String liveness() {
    return "";
  }

  @Override
  public String example() {
    return "An agent is at work on q-00042 and hasn't escalated it; the pipeline posts it all "
        + "the same.";
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
      boolean pipelines = issue.root().what().author().role() == Role.PIPELINE;
      if (pipelines
          && !issue.isRepeated()
          && Warrant.of(evidence, issue) == Warrant.NOT_ASKED_FOR) {
        QuestionId question = issue.root().what().questions().get(0);
        String sentence =
            "the pipeline posted it at %s, though no agent had escalated it"
                .formatted(evidence.clock().time(issue.root().atNanos()));
        findings.breach(PIPELINE, Optional.of(question), sentence, List.of(issue.root().entry()));
      }
    }
    evidence.cases().stream()
        .flatMap(file -> file.turns().stream())
        .forEach(turn -> judgeAgents(turn, findings));
    return findings;
  }

  private static void judgeAgents(CaseFile file, Findings findings) {
    boolean needed = file.question().truth().needsEscalation();
    Optional<Moment<Escalated>> escalated = file.escalated();
    if (escalated.isPresent() || !file.issues().isEmpty()) {
      findings.judged();
    } else if (needed && file.first(AgentTook.class).isPresent()) {
      findings.judged();
      file.all(AgentReplied.class).stream()
          .filter(reply -> reply.what().answers())
          .findFirst()
          .ifPresent(
              reply ->
                  findings.breach(
                      STAFF,
                      file.id(),
                      "%s answered it without escalating, though it takes a %s"
                          .formatted(reply.what().agent(), file.question().truth().word()),
                      reply.entry()));
    }
    if (!needed) {
      escalated.ifPresent(
          e ->
              findings.breach(
                  STAFF,
                  file.id(),
                  "%s escalated it, though %s can answer it"
                      .formatted(e.what().agent(), file.question().truth().word()),
                  e.entry()));
    }
  }
}
