package gameday.checker;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.evidence.Moment;
import gameday.evidence.PipelineWrite;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.SlackPosted;
import gameday.process.Chat;
import gameday.script.QuestionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers that went into conversations they were not meant for. */
final class Strays {
  /**
   * One of them.
   *
   * @param owner a question whose answer it is
   * @param leaks whether a Mod chat's answer went into the Help chat: {@code mod-chat-private}'s
   */
  record Stray(PipelineWrite write, String answer, Optional<QuestionId> owner, boolean leaks) {}

  private final Map<String, Set<QuestionId>> meantFor = new HashMap<>();
  private final List<Stray> all = new ArrayList<>();

  static Strays of(Evidence evidence) {
    Strays strays = new Strays();
    for (Issue issue : evidence.issues()) {
      for (Moment<SlackPosted> answer : issue.answersAndEdits()) {
        strays
            .meantFor
            .computeIfAbsent(Issue.shown(answer), text -> new LinkedHashSet<>())
            .addAll(recipients(evidence, issue));
      }
    }
    evidence.writes().forEach(write -> strays.read(evidence, write));
    return strays;
  }

  /**
   * Whose conversations an issue's answer may go to. A message pasted by hand names people, not
   * conversations, so any conversation of the same person will do. Whom an agent names in the
   * thread may be added to it, or not.
   */
  static Set<QuestionId> recipients(Evidence evidence, Issue issue) {
    Set<QuestionId> recipients = new LinkedHashSet<>(issue.ids());
    if (issue.root().what().author().role() == Role.CLIENT_TEAM) {
      issue.ids().forEach(question -> recipients.addAll(ofSamePerson(evidence, question)));
    }
    issue.replies().stream()
        .filter(reply -> reply.what().author().role() == Role.CLIENT_TEAM)
        .forEach(reply -> recipients.addAll(reply.what().questions()));
    return recipients;
  }

  static List<QuestionId> ofSamePerson(Evidence evidence, QuestionId question) {
    return evidence
        .caseOf(question)
        .map(CaseFile::question)
        .map(q -> evidence.questionsByEmail().getOrDefault(q.asker().email(), List.of()))
        .orElse(List.of());
  }

  private void read(Evidence evidence, PipelineWrite write) {
    String whole = write.text().strip();
    String answer = meantFor.containsKey(whole) ? whole : write.belowHeader();
    Set<QuestionId> meant = meantFor.get(answer);
    if (meant == null || write.question().filter(meant::contains).isPresent()) {
      return;
    }
    boolean leaks =
        write.chat() == Chat.HELP
            && !meant.isEmpty()
            && meant.stream()
                .flatMap(q -> evidence.caseOf(q).stream())
                .allMatch(file -> file.question().chat() == Chat.MOD);
    all.add(new Stray(write, answer, meant.stream().findFirst(), leaks));
  }

  List<Stray> all() {
    return all;
  }

  /** Texts that went astray at least once. */
  Set<String> texts() {
    Set<String> texts = new LinkedHashSet<>();
    all.forEach(stray -> texts.add(stray.answer()));
    return texts;
  }
}
