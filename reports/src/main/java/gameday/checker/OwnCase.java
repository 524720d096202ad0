package gameday.checker;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.FaultWindows;
import gameday.evidence.Issue;
import gameday.evidence.Moment;
import gameday.evidence.Way;
import gameday.history.Entry;
import gameday.history.Happening.Asked;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.HarnessTrouble;
import gameday.process.Chat;
import gameday.scenario.RulePlan;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One case of a scenario's own rule.
 *
 * @param question the question, the issue's first one, or none
 * @param entries what belongs to it, in order
 * @param files the questions concerned; none if it is the run as a whole
 * @param way what news must pass to get from one end of it to the other
 */
record OwnCase(Optional<QuestionId> question, List<Entry> entries, List<CaseFile> files, Way way) {
  private static final Comparator<Entry> IN_ORDER = Comparator.comparingLong(Entry::sequence);

  /** Every case a rule is about, in the order of the script, of the channel, or the one. */
  static Stream<OwnCase> of(Evidence evidence, RulePlan plan) {
    Stream<OwnCase> all =
        switch (plan.per()) {
          case QUESTION ->
              evidence.cases().stream()
                  .filter(file -> isMeant(plan.which(), file.question()))
                  .map(OwnCase::of);
          case ISSUE ->
              evidence.issues().stream()
                  .map(issue -> of(evidence, issue))
                  .filter(one -> isMeant(plan.which(), one.files));
          case RUN -> Stream.of(of(evidence));
        };
    Optional<EventMatch> when = plan.which().when().map(EventMatch::new);
    return all.filter(one -> !one.entries.isEmpty())
        .filter(one -> when.filter(it -> one.entries.stream().noneMatch(it::matches)).isEmpty());
  }

  private static boolean isMeant(RulePlan.Which which, Collection<CaseFile> files) {
    return !which.isOfQuestions()
        || files.stream().anyMatch(file -> isMeant(which, file.question()));
  }

  private static boolean isMeant(RulePlan.Which which, ScriptedQuestion question) {
    return which.chat().filter(chat -> chat != question.chat()).isEmpty()
        && which.audience().filter(one -> one != question.asker().audience()).isEmpty()
        && (which.session().isEmpty() || which.session().equals(question.session()))
        && which.topic().filter(topic -> !topic.equals(question.topic())).isEmpty();
  }

  private static OwnCase of(CaseFile file) {
    List<Entry> entries = file.entries();
    if (file.issues().stream().anyMatch(issue -> !issue.reactions().isEmpty())) {
      entries = new ArrayList<>(entries);
      for (Issue issue : file.issues()) {
        entries.addAll(issue.reactions().stream().map(Moment::entry).toList());
      }
      entries.sort(IN_ORDER);
    }
    return new OwnCase(Optional.of(file.id()), entries, List.of(file), file.wayOut());
  }

  private static OwnCase of(Evidence evidence, Issue issue) {
    List<CaseFile> files =
        issue.ids().stream().flatMap(id -> evidence.caseOf(id).stream()).toList();
    List<Entry> all = new ArrayList<>(List.of(issue.root().entry()));
    issue.replies().forEach(reply -> all.add(reply.entry()));
    issue.reactions().forEach(reaction -> all.add(reaction.entry()));
    files.forEach(file -> all.addAll(file.entries()));
    // Its messages stand in the files of all its questions.
    Map<Long, Entry> entries = new TreeMap<>();
    all.forEach(entry -> entries.put(entry.sequence(), entry));
    return new OwnCase(
        issue.ids().stream().findFirst(), List.copyOf(entries.values()), files, way(issue, files));
  }

  private static Way way(Issue issue, List<CaseFile> files) {
    Set<String> targets = new HashSet<>(Set.of(FaultWindows.SLACK, FaultWindows.PIPELINE));
    Set<String> conversations = new HashSet<>(Set.of(issue.root().what().ts()));
    for (CaseFile file : files) {
      targets.add(file.question().chat().word());
      file.first(Asked.class).ifPresent(asked -> conversations.add(asked.what().conversation()));
    }
    return new Way(targets, conversations);
  }

  private static OwnCase of(Evidence evidence) {
    return new OwnCase(
        Optional.empty(),
        evidence.history().entries(),
        List.of(),
        Way.through(FaultWindows.SLACK, FaultWindows.PIPELINE, Chat.HELP.word(), Chat.MOD.word()));
  }

  /** Whether every asker had left without an answer by then, or the harness was in the way. */
  boolean isExcusedBy(long atNanos) {
    return !files.isEmpty() && files.stream().allMatch(file -> isExcusedBy(file, atNanos));
  }

  private static boolean isExcusedBy(CaseFile file, long atNanos) {
    return file.first(GaveUp.class).filter(left -> left.atNanos() <= atNanos).isPresent()
        || file.first(HarnessTrouble.class).isPresent();
  }

  /** Whether nothing can come any more, but for what machines still owe. */
  boolean isOver() {
    return !files.isEmpty() && files.stream().allMatch(file -> file.over().isPresent());
  }
}
