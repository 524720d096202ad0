package gameday.cli;

import gameday.checker.RuleBook;
import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.measures.Measuring;
import gameday.report.StoryJson;
import gameday.report.StoryText;
import gameday.report.TextStyle;
import gameday.report.Visible;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import gameday.story.NearestIds;
import gameday.story.SequencePicture;
import gameday.story.Story;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gameday explain}: tells what happened to one question, step by step. */
@Command(
    name = "explain",
    description = "Tells what happened to one question of a stored run, step by step.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "A run folder, such as runs/latest.")
  private Path given;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "QUESTION",
      description = "A question's id, such as q-00042; none lists what was violated.")
  private Optional<String> question = Optional.empty();

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = "Tells the first violation of a rule, such as escalated-once.")
  private Optional<String> rule = Optional.empty();

  @Option(
      names = "--issue",
      paramLabel = "TS",
      description = "Tells the first question of the Slack thread with this ts.")
  private Optional<String> issue = Optional.empty();

  @Option(names = "--json", description = "Prints the story for programs.")
  private boolean json;

  @Option(names = "--whole", description = "Prints texts in full length.")
  private boolean whole;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      description = "The terminal's columns; default: as many as it has, or 100.")
  private int width = Terminal.columns();

  @Option(names = "--ascii", description = "Draws with ASCII only.")
  private boolean ascii = !Terminal.isUnicode();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (Stream.of(question, rule, issue).filter(Optional::isPresent).count() > 1) {
      throw Failure.usage("give one of QUESTION, --rule and --issue, not several");
    }
    Evidence evidence = StoredRun.evidence(StoredRun.folder(given), spec.commandLine().getErr());
    List<RuleVerdict> rules = RuleBook.judge(evidence);
    PrintWriter out = spec.commandLine().getOut();
    out.print(told(evidence, rules));
    out.flush();
    return 0;
  }

  private String told(Evidence evidence, List<RuleVerdict> rules) {
    if (question.isPresent()) {
      return story(evidence, rules, question(evidence, question.get()));
    }
    if (issue.isPresent()) {
      return story(evidence, rules, ofIssue(evidence, issue.get()));
    }
    if (rule.isPresent()) {
      return violation(evidence, rules, ofRule(rules, rule.get()));
    }
    String explain = Called.command() + " explain " + Visible.text(given.toString());
    return json ? StoryJson.of(rules) : StoryText.of(rules, explain, style());
  }

  private String story(Evidence evidence, List<RuleVerdict> rules, QuestionId question) {
    Story story =
        Story.of(evidence, rules, Measuring.of(evidence).questions(), question).orElseThrow();
    return json
        ? StoryJson.of(story, evidence.scenario())
        : StoryText.of(story, evidence.scenario(), style(), whole);
  }

  private String violation(Evidence evidence, List<RuleVerdict> rules, Violation violation) {
    Optional<QuestionId> question =
        violation.question().filter(id -> evidence.caseOf(id).isPresent());
    if (question.isPresent()) {
      return story(evidence, rules, question.get());
    }
    Optional<SequencePicture> picture = SequencePicture.of(evidence, violation);
    return json
        ? StoryJson.of(violation, picture)
        : StoryText.of(violation, picture, style(), whole);
  }

  private TextStyle style() {
    return new TextStyle(width, !ascii, Terminal.isThere());
  }

  private static QuestionId question(Evidence evidence, String given) {
    QuestionId id = new QuestionId(given);
    if (evidence.caseOf(id).isPresent()) {
      return id;
    }
    List<QuestionId> known =
        evidence.script().questions().stream().map(ScriptedQuestion::id).toList();
    if (known.isEmpty()) {
      throw Failure.usage("this run has no questions");
    }
    String near =
        NearestIds.to(given, known).stream()
            .map(QuestionId::value)
            .collect(Collectors.joining(", "));
    throw Failure.usage(
        "this run has no question '%s'; it has %d, such as %s"
            .formatted(given, known.size(), near));
  }

  private static QuestionId ofIssue(Evidence evidence, String ts) {
    return evidence.issues().stream()
        .filter(issue -> issue.root().what().ts().equals(ts))
        .flatMap(issue -> issue.ids().stream())
        .filter(id -> evidence.caseOf(id).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                Failure.usage(
                    "no issue of this run has the ts '%s'; it has %d%s"
                        .formatted(ts, evidence.issues().size(), examples(evidence))));
  }

  private static String examples(Evidence evidence) {
    String some =
        evidence.issues().stream()
            .limit(3)
            .map(Issue::root)
            .map(root -> root.what().ts())
            .collect(Collectors.joining(", "));
    return some.isEmpty() ? "" : ", such as " + some;
  }

  private static Violation ofRule(List<RuleVerdict> rules, String name) {
    RuleVerdict rule =
        rules.stream()
            .filter(each -> each.rule().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    Failure.usage(
                        "there is no rule '%s'; there are %s"
                            .formatted(
                                name,
                                rules.stream()
                                    .map(RuleVerdict::rule)
                                    .collect(Collectors.joining(", ")))));
    return rule.violations().stream()
        .findFirst()
        .orElseThrow(
            () -> Failure.usage("nothing violated the rule '%s' in this run".formatted(name)));
  }
}
