package gameday.cli;

import gameday.checker.RuleBook;
import gameday.report.Visible;
import gameday.scenario.Scenario;
import gameday.verdict.Kind;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gameday rules}: what a run is judged by. */
@Command(
    name = "rules",
    description = "Lists the correctness rules, or explains one of them.",
    mixinStandardHelpOptions = true)
final class RulesCommand implements Runnable {
  @Parameters(
      paramLabel = "SCENARIO|ID",
      arity = "0..1",
      index = "0",
      description = "A scenario, whose own rules are listed as well; or a rule to explain.")
  private Optional<String> what = Optional.empty();

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      index = "1",
      description = "A rule to explain, if the first is a scenario.")
  private Optional<String> which = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<RuleBook.Words> rules = new ArrayList<>(RuleBook.words());
    Optional<String> id = which;
    if (what.filter(RuleBook.ids()::contains).isPresent() && which.isEmpty()) {
      id = what;
    } else if (what.isPresent()) {
      rules.addAll(RuleBook.words(scenario(what.get())));
    }
    if (id.isPresent()) {
      explain(find(rules, id.get()), out);
    } else {
      list(rules, out);
    }
  }

  private static Scenario scenario(String name) {
    try {
      return ScenarioChoice.load(name, List.of(), List.of()).scenario();
    } catch (Failure failure) {
      List<String> lines = new ArrayList<>(failure.lines());
      lines.add("nor is it a rule of the process; those are " + String.join(", ", RuleBook.ids()));
      throw isName(name) ? new Failure(failure.exitCode(), lines) : failure;
    }
  }

  /** Whether it might have been meant for a rule: a path is meant for a file. */
  private static boolean isName(String name) {
    return name.matches("[a-z0-9-]+");
  }

  private static RuleBook.Words find(List<RuleBook.Words> rules, String id) {
    return rules.stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Failure.usage(
                    "there is no rule '%s'; there are %s"
                        .formatted(
                            id,
                            rules.stream()
                                .map(RuleBook.Words::id)
                                .collect(Collectors.joining(", ")))));
  }

  private static void list(List<RuleBook.Words> rules, PrintWriter out) {
    for (RuleBook.Words rule : rules) {
      out.printf("%-26s %s%n", rule.id(), Visible.text(rule.sentence()));
      out.printf(
          "%-26s %s; cases it takes: %d; blame: %s%n",
          "", kinds(rule), rule.minimumCases(), rule.blame());
    }
  }

  private static String kinds(RuleBook.Words rule) {
    return rule.kinds().stream().map(Kind::word).collect(Collectors.joining(" and "));
  }

  private static void explain(RuleBook.Words rule, PrintWriter out) {
    out.println(rule.id());
    out.println(Visible.text(rule.sentence()));
    out.println();
    line(out, "safety", rule.safety());
    line(out, "liveness", rule.liveness());
    line(out, "needs", rule.needs());
    line(out, "minimum", "%d".formatted(rule.minimumCases()));
    line(out, "blame", rule.blame());
    line(out, "example", rule.example());
  }

  private static void line(PrintWriter out, String name, String words) {
    if (!words.isEmpty()) {
      out.printf("%-9s %s%n", name, Visible.text(words));
    }
  }
}
