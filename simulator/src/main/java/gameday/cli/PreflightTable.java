package gameday.cli;

import gameday.preflight.Check;
import gameday.preflight.Check.State;
import gameday.preflight.CheckName;
import gameday.preflight.PreflightReport;
import gameday.preflight.PreflightReport.Outcome;
import gameday.report.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a preflight found, for a terminal of 100 columns: what is wrong first. */
final class PreflightTable {
  private static final int WIDTH = 100;
  private static final int INDENT = 10;
  private static final int NAME = 20;
  private static final int MOST_TOLD = 50;
  private static final int LONGEST = 600;

  private final StringBuilder out = new StringBuilder();

  private PreflightTable() {}

  /**
   * The text, ending with a line break.
   *
   * @param scenario as the user named it
   */
  static String of(PreflightReport report, boolean strict, String scenario) {
    PreflightTable table = new PreflightTable();
    List<Check> problems =
        report.checks().stream()
            .filter(check -> check.state().compareTo(State.SKIPPED) < 0)
            .toList();
    problems.stream().limit(MOST_TOLD).forEach(table::problem);
    if (problems.size() > MOST_TOLD) {
      table.line("… and %d more; --json tells all".formatted(problems.size() - MOST_TOLD));
    }
    if (!problems.isEmpty()) {
      table.line("");
    }
    table.fine(report);
    table.line("");
    table.line(told(report));
    table.next(report.outcome(strict), scenario);
    return table.out.toString();
  }

  private void problem(Check check) {
    row(check.state().word(), check.name().word(), clipped(check.subject()));
    String remedy = check.remedy().isEmpty() ? "" : "; " + check.remedy();
    wrapped(" ".repeat(INDENT), clipped(check.found() + remedy));
  }

  /** One row for each check of which something is fine, or that was left out. */
  private void fine(PreflightReport report) {
    Map<CheckName, List<Check>> byName =
        report.checks().stream()
            .collect(Collectors.groupingBy(Check::name, TreeMap::new, Collectors.toList()));
    byName.forEach(
        (name, checks) -> {
          List<Check> ok = in(State.OK, checks);
          if (checks.size() == 1 && ok.size() == 1) {
            row("ok", name.word(), clipped(ok.getFirst().subject() + ": " + ok.getFirst().found()));
          } else if (!ok.isEmpty()) {
            row("ok", name.word(), "%d of %d".formatted(ok.size(), checks.size()));
          }
          in(State.SKIPPED, checks)
              .forEach(check -> row("skipped", name.word(), clipped(check.found())));
        });
  }

  private static List<Check> in(State state, List<Check> checks) {
    return checks.stream().filter(check -> check.state() == state).toList();
  }

  /** How many are fine, and how many are not. */
  static String told(PreflightReport report) {
    List<String> others = new ArrayList<>();
    for (State state : List.of(State.MISSING, State.UNKNOWN, State.WARNING, State.SKIPPED)) {
      if (report.count(state) > 0) {
        others.add(report.count(state) + " " + state.word());
      }
    }
    String all = "%d of %d checks ok".formatted(report.count(State.OK), report.lookedAt());
    return others.isEmpty() ? all : all + "; " + String.join(", ", others);
  }

  private void next(Outcome outcome, String scenario) {
    String again = Called.command() + " preflight " + scenario;
    switch (outcome) {
      case READY -> {
        line("next: rehearse the day");
        line("      " + Called.command() + " run " + scenario);
      }
      case MISSING -> {
        line("next: put right what stands above, from the top, and look again");
        line("      " + again);
      }
      case UNKNOWN -> {
        line("next: nothing is known to be missing, but somebody didn't answer; look again");
        line("      " + again);
      }
    }
  }

  private void row(String state, String name, String text) {
    wrapped(("%-" + INDENT + "s%-" + NAME + "s").formatted(state, name), text);
  }

  /** Text of others on one line, of bounded length, that a terminal shows and doesn't obey. */
  private static String clipped(String raw) {
    String shown = Visible.text(raw.replaceAll("[\\r\\n]+", " "));
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST - 1) + "…";
  }

  /** As many lines as it takes; all but the first are indented. */
  private void wrapped(String start, String text) {
    String rest = start + text;
    while (width(rest) > WIDTH) {
      int fits = rest.offsetByCodePoints(0, WIDTH);
      int blank = rest.lastIndexOf(' ', fits);
      int cut = blank > INDENT + NAME ? blank : fits;
      line(rest.substring(0, cut));
      rest = " ".repeat(INDENT) + rest.substring(cut).strip();
    }
    line(rest);
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
