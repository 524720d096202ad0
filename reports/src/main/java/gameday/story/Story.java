package gameday.story;

import gameday.checker.RuleBook;
import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.History;
import gameday.measures.QuestionTimes;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything there is to tell about one question.
 *
 * @param question the question as scripted
 * @param expected the way that the process sees for it
 * @param picture what happened, with the witnesses of all its violations
 * @param cases the rules that it was a case of, and what they found, in the rule book's order
 * @param threads the Slack threads it stands in
 * @param times its response times; empty if none were measured
 */
public record Story(
    ScriptedQuestion question,
    List<Leg> expected,
    SequencePicture picture,
    List<Case> cases,
    List<SlackThread> threads,
    Optional<QuestionTimes> times) {
  public Story {
    expected = List.copyOf(expected);
    cases = List.copyOf(cases);
    threads = List.copyOf(threads);
  }

  /** A rule, and its findings about the question; none if it held. */
  public record Case(String rule, String sentence, List<Violation> findings) {}

  /** A thread in Slack, and how many other questions stand in it. */
  public record SlackThread(String channel, String ts, int others) {}

  /**
   * The story of a question; empty if the run has no such question.
   *
   * @param rules what the run's judgement says
   * @param times what was measured, of any questions
   */
  public static Optional<Story> of(
      Evidence evidence, List<RuleVerdict> rules, List<QuestionTimes> times, QuestionId id) {
    return evidence.caseOf(id).map(file -> of(evidence, rules, times, file));
  }

  private static Story of(
      Evidence evidence, List<RuleVerdict> rules, List<QuestionTimes> times, CaseFile file) {
    QuestionId id = file.id();
    Set<Entry> witnesses = new LinkedHashSet<>();
    Set<String> judged = casesOf(evidence, file);
    List<Case> cases = new ArrayList<>();
    for (RuleVerdict rule : rules) {
      List<Violation> findings =
          rule.violations().stream()
              .filter(violation -> violation.question().filter(id::equals).isPresent())
              .toList();
      findings.forEach(violation -> witnesses.addAll(violation.witnesses()));
      if (!findings.isEmpty() || judged.contains(rule.rule())) {
        cases.add(new Case(rule.rule(), rule.sentence(), findings));
      }
    }
    return new Story(
        file.question(),
        Leg.expected(file.question(), evidence.route(file.question().chat())),
        SequencePicture.of(evidence, id, witnesses),
        cases,
        file.issues().stream().map(issue -> thread(issue, id)).toList(),
        times.stream().filter(each -> each.question().id().equals(id)).findFirst());
  }

  private static SlackThread thread(Issue issue, QuestionId id) {
    int others = issue.ids().size() - (issue.ids().contains(id) ? 1 : 0);
    return new SlackThread(issue.root().what().channel(), issue.root().what().ts(), others);
  }

  /** The rules that find a case in a day on which nothing but this question happened. */
  private static Set<String> casesOf(Evidence evidence, CaseFile file) {
    List<Entry> alone = new ArrayList<>(file.entries());
    evidence.all(Happening.RunStarted.class).forEach(moment -> alone.add(moment.entry()));
    evidence.all(Happening.RunEnded.class).forEach(moment -> alone.add(moment.entry()));
    evidence.all(Happening.PipelineLacks.class).forEach(moment -> alone.add(moment.entry()));
    evidence.all(Happening.FaultBegan.class).forEach(moment -> alone.add(moment.entry()));
    evidence.all(Happening.FaultEnded.class).forEach(moment -> alone.add(moment.entry()));
    evidence.all(Happening.PipelineReady.class).forEach(moment -> alone.add(moment.entry()));
    alone.sort(Comparator.comparingLong(Entry::sequence));
    Script day = evidence.script();
    Script one = new Script(day.scenario(), day.seed(), day.length(), List.of(file.question()));
    Evidence only = new Evidence(evidence.scenario(), one, new History(alone));
    Set<String> cases = new LinkedHashSet<>();
    for (RuleVerdict rule : RuleBook.judge(only)) {
      if (rule.cases() > 0) {
        cases.add(rule.rule());
      }
    }
    return cases;
  }
}
