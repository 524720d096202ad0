package gameday.cli;

import gameday.checker.RuleBook;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gameday rules}: what a run is judged by. */
@Command(
    name = "rules",
    description = "Lists the correctness rules.",
    mixinStandardHelpOptions = true)
final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    RuleBook.words().forEach(rule -> out.printf("%-26s %s%n", rule.id(), rule.sentence()));
  }
}
