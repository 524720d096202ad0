package gameday.checker;

import static gameday.verdict.Blame.PIPELINE;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.evidence.Moment;
import gameday.evidence.PipelineWrite;
import gameday.evidence.Way;
import gameday.history.Entry;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.SlackPosted;
import gameday.process.AnswerRoute;
import gameday.script.QuestionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Owns the way back: an answer in an issue's thread that reached an asker's conversation never,
 * twice, changed, by the wrong route, or reached a stranger's. A Mod chat's answer in the Help chat
 * is {@code mod-chat-private}'s. Answers in a repeated thread or in another channel are not asked
 * for back: those threads are faults of other rules already.
 *
 * <p>No answer is owed to a conversation that was over by the time it could have arrived; bringing
 * it back is fine all the same. Whether the agent then passes it on is the agent's part. Who joins
 * a thread that has an answer is owed the one that stands there then. An answer that is edited is
 * owed once more as it is then, to whom it was owed before, unless a fault kept the edit from the
 * pipeline; as it was, only if it stood long enough.
 */
final class AnswerReturned implements Rule {
  private static final int TELLING = 10;

  @Override
  public String id() {
    return "answer-returned";
  }

  @Override
  public String sentence() {
    return "The answer reaches every asker of that issue, in the chat they asked in, once,"
        + " unchanged, and nobody else.";
  }

  @Override
  public String safety() {
    return "An answer, or what it was edited to, that came into a conversation twice, changed "
        + "or by the wrong route, or into a stranger's.";
  }

  @Override
  public String liveness() {
    return "An answer in the thread, or what it was edited to, that never reached an asker's "
        + "conversation.";
  }

  @Override
  public String example() {
    return "A CSM answers in the thread of q-00042 at 09:20; the conversation of q-00043 gets "
        + "the answer.";
  }

  @Override
  public String blame() {
    return "pipeline";
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
    Strays strays = Strays.of(evidence);
    strays.all().stream()
        .filter(stray -> !stray.leaks())
        .forEach(stray -> breach(evidence, stray, findings));
    Set<String> astray = strays.texts();
    for (Issue issue : evidence.issues()) {
      if (issue.isInEventChannel() && !issue.isRepeated()) {
        for (Moment<SlackPosted> answer : issue.answersAndEdits()) {
          judge(evidence, issue, answer, astray, findings);
        }
      }
    }
    return findings;
  }

  private static void breach(Evidence evidence, Strays.Stray stray, Findings findings) {
    String sentence =
        "the answer '%s' went to %s at %s, who had not asked"
            .formatted(
                shortened(stray.answer()),
                stray
                    .write()
                    .question()
                    .map(QuestionId::value)
                    .orElse("conversation " + stray.write().conversation()),
                evidence.clock().time(stray.write().entry().atNanos()));
    findings.breach(PIPELINE, stray.owner(), sentence, List.of(stray.write().entry()));
  }

  private static void judge(
      Evidence evidence,
      Issue issue,
      Moment<SlackPosted> answer,
      Set<String> astray,
      Findings findings) {
    Moment<SlackPosted> original = issue.original(answer);
    for (Map.Entry<QuestionId, Moment<SlackPosted>> asker : issue.questions().entrySet()) {
      Optional<CaseFile> file = evidence.caseOf(asker.getKey());
      Moment<SlackPosted> joined = asker.getValue();
      // Who joined after the answer may never have had what is corrected.
      boolean owed = joined.isBefore(original) || stoodWhen(joined, issue, answer);
      if (owed && file.isPresent()) {
        new OneAnswer(evidence, issue, answer, joined, file.get()).judge(astray, findings);
      }
    }
  }

  /** Whether it was the thread's answer when an asker joined. */
  private static boolean stoodWhen(
      Moment<SlackPosted> joined, Issue issue, Moment<SlackPosted> answer) {
    return answer.isBefore(joined)
        && issue.answersAndEdits().stream()
            .filter(other -> other.isBefore(joined))
            .allMatch(other -> other.equals(answer) || other.isBefore(answer));
  }

  /** One answer on its way to one asker. */
  private record OneAnswer(
      Evidence evidence,
      Issue issue,
      Moment<SlackPosted> answer,
      Moment<SlackPosted> joined,
      CaseFile file) {

    void judge(Set<String> astray, Findings findings) {
      String text = Issue.shown(answer);
      List<PipelineWrite> writes = writes();
      List<PipelineWrite> carrying = writes.stream().filter(w -> w.carries(text)).toList();
      if (!carrying.isEmpty()) {
        findings.judged();
        judgeArrived(text, carrying, findings);
        return;
      }
      long due = Math.max(answer.atNanos(), joined.atNanos());
      long latest = evidence.faults().latest(due, file.wayOut());
      boolean excused =
          latest > evidence.endNanos()
              || file.turnOf(issue).isOverBy(latest)
              || issue.editOf(answer).filter(edit -> edit.atNanos() <= latest).isPresent()
              || (isEdit() && isKeptFromPipeline())
              || (answer.isBefore(joined) && writes.stream().anyMatch(this::carriesAny))
              || file.first(HarnessTrouble.class).isPresent();
      Optional<PipelineWrite> changed = changed(text, writes);
      if (excused && changed.isEmpty()) {
        return;
      }
      findings.judged();
      if (changed.isPresent()) {
        String sentence =
            "the answer came back changed: '%s' instead of '%s'"
                .formatted(shortened(changed.get().text()), shortened(text));
        findings.breach(PIPELINE, file.id(), sentence, answer.entry(), changed.get().entry());
      } else if (!astray.contains(text)) {
        String sentence =
            "the %s of %s at %s never came back: '%s'"
                .formatted(
                    isEdit() ? "corrected answer" : "answer",
                    answer.what().author().name(),
                    evidence.clock().time(answer.atNanos()),
                    shortened(text));
        findings.missed(PIPELINE, file.id(), sentence, answer.entry());
      }
    }

    /** Who joins an answered thread may be told another of its answers. */
    private boolean carriesAny(PipelineWrite write) {
      return issue.answersAndEdits().stream().anyMatch(other -> write.carries(Issue.shown(other)));
    }

    private boolean isEdit() {
      return !issue.original(answer).equals(answer);
    }

    /** Who missed an answer finds it in the thread; of an edit nobody tells again. */
    private boolean isKeptFromPipeline() {
      long jitter = evidence.tolerance().recordingNanos();
      long heard = answer.atNanos() + evidence.tolerance().lateNanos();
      return evidence.faults().touches(answer.atNanos() - jitter, heard, Way.ofThread(issue));
    }

    private void judgeArrived(String text, List<PipelineWrite> carrying, Findings findings) {
      long copies =
          file.issues().stream()
              .flatMap(known -> known.answersAndEdits().stream())
              .filter(
                  known -> Issue.shown(known).contains(text) || text.contains(Issue.shown(known)))
              .count();
      if (carrying.size() > copies && isFirst(text)) {
        List<Entry> witnesses = new ArrayList<>(List.of(answer.entry()));
        carrying.forEach(write -> witnesses.add(write.entry()));
        String sentence =
            "the answer was brought back %d times instead of %d".formatted(carrying.size(), copies);
        findings.breach(PIPELINE, Optional.of(file.id()), sentence, witnesses);
      }
      boolean toUser = evidence.route(file.question().chat()) == AnswerRoute.STRAIGHT;
      carrying.stream()
          .filter(write -> write.toUser() != toUser)
          .findFirst()
          .ifPresent(
              write ->
                  findings.breach(
                      PIPELINE,
                      file.id(),
                      toUser
                          ? "the answer came back as a note, though it must go to the user"
                          : "the answer went straight to the user, though the agent must pass it on",
                      answer.entry(),
                      write.entry()));
    }

    /** Whether this is the first of several answers in the same words: they are counted once. */
    private boolean isFirst(String text) {
      return issue.answersAndEdits().stream()
          .filter(other -> Issue.shown(other).equals(text))
          .findFirst()
          .filter(answer::equals)
          .isPresent();
    }

    private List<PipelineWrite> writes() {
      if (issue.root().what().author().role() != Role.CLIENT_TEAM) {
        return evidence.writes(file.id());
      }
      return Strays.ofSamePerson(evidence, file.id()).stream()
          .flatMap(question -> evidence.writes(question).stream())
          .toList();
    }

    /** A write after the answer that begins like it, or names the same question in its text. */
    private Optional<PipelineWrite> changed(String text, List<PipelineWrite> writes) {
      String beginning = text.substring(0, Math.min(TELLING, text.length()));
      String id = file.id().value();
      List<String> known =
          Strays.ofSamePerson(evidence, file.id()).stream()
              .flatMap(question -> evidence.caseOf(question).stream())
              .flatMap(theirs -> theirs.issues().stream())
              .flatMap(other -> other.answersAndEdits().stream())
              .map(Issue::shown)
              .toList();
      return writes.stream()
          .filter(write -> write.entry().sequence() > answer.entry().sequence())
          .filter(
              write ->
                  write.text().startsWith(beginning)
                      || write.belowHeader().startsWith(beginning)
                      || (text.contains(id) && write.text().contains(id)))
          .filter(write -> known.stream().noneMatch(write::carries))
          .findFirst();
    }
  }

  private static String shortened(String text) {
    String line = text.replace('\n', ' ');
    return line.length() > 80 ? line.substring(0, 79) + "…" : line;
  }
}
