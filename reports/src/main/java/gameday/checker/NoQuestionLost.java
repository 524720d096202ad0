package gameday.checker;

import static gameday.verdict.Blame.HARNESS;
import static gameday.verdict.Blame.PIPELINE;
import static gameday.verdict.Blame.STAFF;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.FaultWindows;
import gameday.evidence.Moment;
import gameday.evidence.Way;
import gameday.history.Entry;
import gameday.history.Happening.AgentNoted;
import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.Asked;
import gameday.history.Happening.ChatbotReplied;
import gameday.history.Happening.Closed;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.PipelineGone;
import gameday.history.Happening.PipelineReady;
import gameday.history.Happening.PipelineReplied;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunEnded.Reason;
import gameday.process.EscalationMessage;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import gameday.process.SlackText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns the escalation that never reached Slack, in whatever channel, and the pipeline that is gone.
 *
 * <p>Not its own: a question nobody took ({@code on-time} if the deadline passed, else people are
 * few and it is open with a reason), one that waits for a CSM (open with a reason), an answer that
 * never came back ({@code answer-returned}), a wrong channel ({@code right-channel}). A user who
 * gave up is fine, but an escalation is due even if its asker leaves later.
 *
 * <p>An escalation is excused while a fault stood in its way until the run's end, and if a fault
 * kept every webhook about it from the pipeline: a chat that doesn't repeat them has then told
 * nobody. So it is if a fault lost a single webhook of the conversation for good.
 */
final class NoQuestionLost implements Rule {
  /** So much of an issue's text tells it from others; a pipeline may shorten what is longer. */
  private static final int TELLING = 60;

  @Override
  public String id() {
    return "no-question-lost";
  }

  @Override
  public String sentence() {
    return "Every question is answered, given up by its asker, or open with a reason when the run"
        + " ends.";
  }

  @Override
  public String safety() {
    return "A pipeline that is gone or never was there; a question closed without an answer.";
  }

  @Override
  public String liveness() {
    return "An escalation that never reached Slack, in whatever channel.";
  }

  @Override
  public String example() {
    return "An agent escalates q-00042 at 09:14 by a note; by the day's end no channel in Slack "
        + "has heard of it.";
  }

  @Override
  public String blame() {
    return "pipeline, staff or harness";
  }

  @Override
  public String needs() {
    return "a question";
  }

  @Override
  public boolean isExercised(Evidence evidence) {
    return true;
  }

  @Override
  public Findings judge(Evidence evidence) {
    Findings findings = new Findings(id());
    judgePipeline(evidence, findings);
    for (CaseFile file : evidence.cases()) {
      Optional<Moment<Asked>> asked = file.first(Asked.class);
      if (asked.isEmpty()) {
        judgeUnasked(evidence, file, findings);
        continue;
      }
      findings.judged();
      file.first(HarnessTrouble.class)
          .ifPresent(
              t ->
                  findings.breach(
                      HARNESS,
                      file.id(),
                      "the harness had trouble: " + t.what().what(),
                      t.entry()));
      for (CaseFile turn : file.turns()) {
        turn.escalated()
            .filter(e -> !isNamedAgain(file, e))
            .ifPresent(e -> judgeEscalated(evidence, turn, e, findings));
        judgeClosed(turn, findings);
      }
    }
    return findings;
  }

  /** Without a pipeline nothing is carried, whether or not a question happened to need it. */
  private static void judgePipeline(Evidence evidence, Findings findings) {
    for (Moment<PipelineGone> gone : evidence.all(PipelineGone.class)) {
      boolean crash = evidence.faults().covers(gone.atNanos(), Way.through(FaultWindows.PIPELINE));
      if (!gone.what().expected() && !crash) {
        String sentence =
            "the pipeline ended by itself at %s with exit code %d"
                .formatted(evidence.clock().time(gone.atNanos()), gone.what().exitCode());
        findings.breach(PIPELINE, Optional.empty(), sentence, List.of(gone.entry()));
      }
    }
    for (Moment<RunEnded> ended : evidence.all(RunEnded.class)) {
      boolean neverThere =
          ended.what().reason() == Reason.ABORTED
              && evidence.all(PipelineReady.class).isEmpty()
              && evidence.all(PipelineGone.class).stream().allMatch(gone -> gone.what().expected())
              && evidence.all(HarnessTrouble.class).isEmpty();
      if (neverThere) {
        String sentence = "the pipeline was never there: " + ended.what().detail();
        findings.breach(PIPELINE, Optional.empty(), sentence, List.of(ended.entry()));
      }
    }
  }

  private static void judgeUnasked(Evidence evidence, CaseFile file, Findings findings) {
    long intended = evidence.clock().wallNanos(file.question().at());
    boolean after = intended + evidence.tolerance().lateNanos() > evidence.endNanos();
    Way chat = Way.through(file.question().chat().word());
    if (after || evidence.faults().touches(intended, intended, chat)) {
      return;
    }
    findings.judged();
    List<Entry> trouble = file.first(HarnessTrouble.class).map(Moment::entry).stream().toList();
    String sentence =
        "the chat never accepted its first message, meant for "
            + evidence.clock().time(intended)
            + file.first(HarnessTrouble.class).map(t -> ": " + t.what().what()).orElse("");
    findings.missed(HARNESS, Optional.of(file.id()), sentence, trouble);
  }

  private static void judgeEscalated(
      Evidence evidence, CaseFile file, Moment<Escalated> escalated, Findings findings) {
    long latest = evidence.faults().latest(escalated.atNanos(), file.wayOut());
    if (!file.issues().isEmpty() || latest > evidence.endNanos() || file.isOverBy(latest)) {
      return;
    }
    if (file.first(HarnessTrouble.class).isPresent()) {
      return;
    }
    List<Entry> witnesses = new ArrayList<>(List.of(escalated.entry()));
    String when = evidence.clock().time(escalated.atNanos());
    String agent = escalated.what().agent();
    if (escalated.what().way() == EscalationWay.BY_HAND) {
      String sentence = "%s meant to post it in Slack at %s, but no message stands there";
      findings.missed(HARNESS, Optional.of(file.id()), sentence.formatted(agent, when), witnesses);
      return;
    }
    Optional<Moment<AgentNoted>> note = note(file);
    note.ifPresent(n -> witnesses.add(n.entry()));
    if (note.filter(n -> !isComplete(n.what().text())).isPresent()) {
      String sentence = "%s escalated at %s by a note with a field missing; it never reached Slack";
      findings.missed(STAFF, Optional.of(file.id()), sentence.formatted(agent, when), witnesses);
    } else if (keptFromPipeline(evidence, file, escalated)) {
      String sentence = "%s escalated at %s, while a fault kept all webhooks from the pipeline";
      findings.missed(HARNESS, Optional.of(file.id()), sentence.formatted(agent, when), witnesses);
    } else {
      String sentence = "%s escalated at %s, but nothing about it reached Slack by the end at %s";
      String end = evidence.clock().time(evidence.endNanos());
      findings.missed(
          PIPELINE, Optional.of(file.id()), sentence.formatted(agent, when, end), witnesses);
    }
  }

  /** Whether an older thread of the question says what was escalated, rather than a new one. */
  private static boolean isNamedAgain(CaseFile file, Moment<Escalated> escalated) {
    String issue = escalated.what().issue().strip();
    String telling = issue.substring(0, Math.min(TELLING, issue.length()));
    return file.issues().stream()
        .flatMap(older -> older.replies().stream())
        .filter(reply -> !reply.what().author().isResponseTeam() && escalated.isBefore(reply))
        .anyMatch(reply -> SlackText.unescape(reply.what().text()).contains(telling));
  }

  static Optional<Moment<AgentNoted>> note(CaseFile file) {
    return file.all(AgentNoted.class).stream()
        .filter(n -> EscalationMessage.isEscalationNote(n.what().text()))
        .findFirst();
  }

  private static boolean isComplete(String note) {
    Optional<EscalationTemplate> fields = EscalationMessage.readNote(note);
    return fields
        .filter(f -> !f.issue().isBlank() && !f.page().isBlank() && !f.emails().isEmpty())
        .isPresent();
  }

  private static boolean keptFromPipeline(
      Evidence evidence, CaseFile file, Moment<Escalated> escalated) {
    if (!evidence.faults().covers(escalated.atNanos(), file.hearing())) {
      return false;
    }
    return evidence.deliveries(file.conversation().orElseThrow()).stream()
        .noneMatch(w -> w.what().status() / 100 == 2 && w.atNanos() >= escalated.atNanos());
  }

  private static void judgeClosed(CaseFile file, Findings findings) {
    boolean answered =
        file.entries().stream()
            .anyMatch(
                entry ->
                    (entry.what() instanceof AgentReplied reply && reply.answers())
                        || (entry.what() instanceof ChatbotReplied bot && bot.resolves())
                        || entry.what() instanceof PipelineReplied);
    if (answered || file.isGivenUp()) {
      return;
    }
    file.first(Closed.class)
        .ifPresent(
            closed -> {
              String by = closed.what().by();
              findings.breach(
                  by.equals("pipeline") ? PIPELINE : STAFF,
                  file.id(),
                  by + " closed it without an answer",
                  closed.entry());
            });
  }
}
