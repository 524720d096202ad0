package gameday.checker;

import static gameday.verdict.Blame.HARNESS;
import static gameday.verdict.Blame.PIPELINE;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.Moment;
import gameday.evidence.PipelineWrite;
import gameday.evidence.TellingLines;
import gameday.history.Happening.AgentNoted;
import gameday.history.Happening.Asked;
import gameday.history.Happening.ModChatGranted;
import gameday.history.Happening.ModChatRefused;
import gameday.process.Chat;
import gameday.process.EscalationMessage;
import gameday.process.PipelinePart;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Owns words of a Mod chat, a question's or an answer's, that the pipeline wrote into the Help
 * chat, a stranger whom the pipeline let in though no agent had asked for it, and one who got in
 * without a grant. The same answer gone to another member of a Mod chat is {@code
 * answer-returned}'s. A text that is asked in the Help chat too proves nothing and is not judged.
 */
final class ModChatPrivate implements Rule {
  /** How an agent's note begins that names whom to let in. */
  private static final String LET_IN = "/let-in";

  @Override
  public String id() {
    return "mod-chat-private";
  }

  @Override
  public String sentence() {
    return "Only speakers, moderators, site admins and granted users read or write a Mod chat;"
        + " nothing of it leaks into the Help chat.";
  }

  @Override
  public String safety() {
    return "A Mod chat's words that the pipeline wrote into the Help chat, a stranger whom it let in "
        + "unasked, and one who got in without a grant.";
  }

  @Override
  public String liveness() {
    return "";
  }

  @Override
  public String example() {
    return "A speaker's words in Mod chat turn up in an attendee's conversation.";
  }

  @Override
  public String blame() {
    return "pipeline or harness";
  }

  @Override
  public String needs() {
    return "a question in a Mod chat";
  }

  @Override
  public boolean isExercised(Evidence evidence) {
    return evidence.cases().stream().anyMatch(file -> file.question().chat() == Chat.MOD);
  }

  @Override
  public Optional<PipelinePart> part() {
    return Optional.of(PipelinePart.MOD_CHAT);
  }

  @Override
  public Findings judge(Evidence evidence) {
    Findings findings = new Findings(id());
    for (Strays.Stray stray : Strays.of(evidence).all()) {
      if (stray.leaks()) {
        String sentence = "its answer went into Help chat conversation %s at %s";
        breach(evidence, stray.write(), stray.owner(), sentence, findings);
      }
    }
    Map<String, QuestionId> secrets = secrets(evidence);
    for (PipelineWrite write : evidence.writes()) {
      if (write.chat() == Chat.HELP) {
        TellingLines.of(write.text())
            .map(secrets::get)
            .filter(Objects::nonNull)
            .findFirst()
            .ifPresent(
                question -> {
                  String sentence = "its words went into Help chat conversation %s at %s";
                  breach(evidence, write, Optional.of(question), sentence, findings);
                });
      }
    }
    judgeGrants(evidence, findings);
    Set<String> refused = refusedForGood(evidence);
    for (CaseFile file : evidence.cases()) {
      if (file.question().chat() == Chat.MOD) {
        file.first(Asked.class).ifPresent(asked -> judgeDoor(file, asked, refused, findings));
      }
    }
    return findings;
  }

  private static void breach(
      Evidence evidence,
      PipelineWrite write,
      Optional<QuestionId> question,
      String sentence,
      Findings findings) {
    String time = evidence.clock().time(write.entry().atNanos());
    findings.breach(
        PIPELINE, question, sentence.formatted(write.conversation(), time), List.of(write.entry()));
  }

  /** Lines written in a Mod chat and in no Help chat. */
  private static Map<String, QuestionId> secrets(Evidence evidence) {
    Map<String, QuestionId> secrets = new HashMap<>();
    Set<String> open = new HashSet<>();
    for (CaseFile file : evidence.cases()) {
      ScriptedQuestion question = file.question();
      for (ScriptedQuestion.Line message : question.messages()) {
        TellingLines.of(message.text())
            .forEach(
                line -> {
                  if (question.chat() == Chat.MOD) {
                    secrets.putIfAbsent(line, question.id());
                  } else {
                    open.add(line);
                  }
                });
      }
    }
    secrets.keySet().removeAll(open);
    return secrets;
  }

  /** Whoever is let in must have been named before, in an agent's own note. */
  private static void judgeGrants(Evidence evidence, Findings findings) {
    Map<String, Long> askedFor = new HashMap<>();
    for (Moment<AgentNoted> note : evidence.all(AgentNoted.class)) {
      if (note.what().text().strip().toLowerCase(Locale.ROOT).startsWith(LET_IN)) {
        EscalationMessage.emails(note.what().text())
            .forEach(email -> askedFor.putIfAbsent(email, note.atNanos()));
      }
    }
    long jitter = evidence.tolerance().recordingNanos();
    for (Moment<ModChatGranted> grant : evidence.all(ModChatGranted.class)) {
      findings.judged();
      Long asked = askedFor.get(grant.what().email().toLowerCase(Locale.ROOT));
      if (asked == null || asked > grant.atNanos() + jitter) {
        String sentence =
            "the pipeline let %s into the Mod chat of %s at %s, though no agent had asked for it"
                .formatted(
                    grant.what().email(),
                    grant.what().session(),
                    evidence.clock().time(grant.atNanos()));
        findings.breach(PIPELINE, Optional.empty(), sentence, List.of(grant.entry()));
      }
    }
  }

  private static Set<String> refusedForGood(Evidence evidence) {
    Set<String> refused = new HashSet<>();
    for (Moment<ModChatRefused> door : evidence.all(ModChatRefused.class)) {
      if (door.what().writing()) {
        refused.add(door.what().session() + " " + door.what().email());
      }
    }
    for (Moment<ModChatGranted> grant : evidence.all(ModChatGranted.class)) {
      refused.remove(grant.what().session() + " " + grant.what().email());
    }
    return refused;
  }

  private static void judgeDoor(
      CaseFile file, Moment<Asked> asked, Set<String> refused, Findings findings) {
    findings.judged();
    String who = file.question().asker().email();
    if (refused.contains(file.question().session().orElse("") + " " + who)) {
      findings.breach(
          HARNESS, file.id(), who + " was refused and got in without a grant", asked.entry());
    }
  }
}
