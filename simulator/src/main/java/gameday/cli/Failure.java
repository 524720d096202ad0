package gameday.cli;

import gameday.verdict.ExitCode;
import java.util.List;

/** Ends a command with an exit code and lines for the user, no stack trace. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode exitCode;
  private final transient List<String> lines;

  Failure(ExitCode exitCode, List<String> lines) {
    super(String.join("\n", lines));
    this.exitCode = exitCode;
    this.lines = List.copyOf(lines);
  }

  static Failure usage(String line) {
    return new Failure(ExitCode.USAGE, List.of(line));
  }

  ExitCode exitCode() {
    return exitCode;
  }

  List<String> lines() {
    return lines;
  }
}
