package gameday.cli;

import gameday.report.Visible;
import gameday.verdict.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code gameday}. */
@Command(
    name = "gameday",
    description = "Rehearses a live event's help desk before the doors open.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      ExportCommand.class,
      SimulateCommand.class,
      ScenariosCommand.class,
      ValidateCommand.class,
      SchemaCommand.class,
      RulesCommand.class,
      SaboteursCommand.class,
      PreflightCommand.class,
      PipelineCommand.class,
      MocksCommand.class
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 everything held, 1 gameday broke, 2 an objective was missed, 3 a rule was violated,",
      "  4 too little was measured, 5 the environment can't be trusted, 64 usage or configuration,",
      "  130/143 interrupted.",
      "",
      "Every option can be given as an environment variable: GAMEDAY_SEED=7 for --seed 7."
    })
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.setErr(Terminal.kept(System.err));
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(System.getenv(), out, err, arguments));
  }

  /** Runs one command and returns its exit code. */
  static int run(
      Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine(environment).setOut(out).setErr(err).execute(arguments);
  }

  /** The commands and their options, without running any. */
  static CommandLine commandLine(Map<String, String> environment) {
    return prepared(new CommandLine(new Main()), environment);
  }

  /** {@code line} with what all commands have in common. */
  static CommandLine prepared(CommandLine line, Map<String, String> environment) {
    line.setDefaultValueProvider(new EnvironmentDefaults(environment));
    line.setParameterExceptionHandler(misuse());
    line.setExecutionExceptionHandler(breakage(environment.containsKey("GAMEDAY_DEBUG")));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    return line;
  }

  private static IParameterExceptionHandler misuse() {
    return (ParameterException e, String[] arguments) -> {
      CommandLine command = e.getCommandLine();
      PrintWriter err = command.getErr();
      err.println("gameday: " + Visible.text(e.getMessage()));
      UnmatchedArgumentException.printSuggestions(e, err);
      err.println("try: " + command.getCommandSpec().qualifiedName() + " --help");
      return ExitCode.USAGE.code();
    };
  }

  private static IExecutionExceptionHandler breakage(boolean debug) {
    return (Exception e, CommandLine command, CommandLine.ParseResult parsed) -> {
      PrintWriter err = command.getErr();
      if (e instanceof Failure failure) {
        failure.lines().forEach(line -> err.println("gameday: " + Visible.text(line)));
        return failure.exitCode().code();
      }
      err.println("gameday: broke: " + Visible.text(String.valueOf(e)));
      if (debug) {
        e.printStackTrace(err);
      } else {
        err.println("set GAMEDAY_DEBUG=1 to see where, and please report it");
      }
      return ExitCode.BROKEN.code();
    };
  }
}
