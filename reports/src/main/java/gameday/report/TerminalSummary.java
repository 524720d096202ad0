package gameday.report;

import gameday.measures.Measures;
import gameday.verdict.ObjectiveVerdict;
import gameday.verdict.RuleVerdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal shows at a run's end: response times, rules, objectives, then the lines worth
 * keeping. Lines are at most 100 wide, but for paths and commands, which must stay in one piece.
 */
public final class TerminalSummary {
  private static final int WIDTH = 100;
  private static final int OBJECTIVE = 52;

  private final StringBuilder out = new StringBuilder();
  private final boolean colours;

  private TerminalSummary(boolean colours) {
    this.colours = colours;
  }

  /** The text, ending with a line break; with ANSI colours if asked for. */
  public static String of(RunReport report, boolean colours) {
    TerminalSummary summary = new TerminalSummary(colours);
    summary.times(report.measures().table());
    summary.rules(report.verdict().rules());
    summary.objectives(report.verdict().objectives());
    summary.ending(report);
    return summary.out.toString();
  }

  private void times(List<Measures.Row> table) {
    List<TimesAtAGlance.Row> times = TimesAtAGlance.of(table);
    if (times.isEmpty()) {
      return;
    }
    List<TextTable.Row> rows = new ArrayList<>();
    List<String> heads = new ArrayList<>(List.of("", "n"));
    // Wide enough for two columns to carry their measure's name above them.
    TimesAtAGlance.MEASURES.forEach((measure, name) -> heads.addAll(List.of("       p50", "p90")));
    rows.add(new TextTable.Row(heads));
    for (TimesAtAGlance.Row row : times) {
      List<String> cells = new ArrayList<>(List.of(row.scope(), "%,d".formatted(row.count())));
      cells.addAll(row.figures());
      rows.add(new TextTable.Row(cells));
    }
    StringBuilder grid = new StringBuilder();
    TextTable.print(rows, grid);
    line(measureNames(grid.substring(0, grid.indexOf("\n"))));
    out.append(grid).append('\n');
  }

  /** The measures' names, each ending where its second column ends. */
  private static String measureNames(String heads) {
    StringBuilder names = new StringBuilder("Response times");
    int end = 0;
    for (String name : TimesAtAGlance.MEASURES.values()) {
      end = heads.indexOf("p90", end) + "p90".length();
      names.append(" ".repeat(end - name.length() - names.length())).append(name);
    }
    return names.toString();
  }

  private void rules(List<RuleVerdict> rules) {
    if (rules.isEmpty()) {
      return;
    }
    wrapped(Visible.line("Rules: " + RulesAtAGlance.line(rules)), 0, "  ");
    for (RuleVerdict rule : rules) {
      Wording wording = Wording.of(rule.outcome());
      if (wording.isBad() || wording.isUnproven()) {
        out.append("  ");
        String told = rule.rule() + ": " + RulesAtAGlance.trouble(rule);
        wrapped(Visible.line(told, 280), 2, "     ");
      }
    }
    line("");
  }

  private void objectives(List<ObjectiveVerdict> objectives) {
    if (objectives.isEmpty()) {
      return;
    }
    List<TextTable.Row> rows = new ArrayList<>();
    rows.add(new TextTable.Row("", "actual", "limit", "samples", ""));
    for (ObjectiveVerdict objective : objectives) {
      Wording wording = Wording.of(objective.outcome());
      rows.add(
          new TextTable.Row(
              "  " + Visible.line(objective.objective(), OBJECTIVE),
              Visible.line(objective.actual(), 16),
              Visible.line(objective.limit(), 16),
              "%,d".formatted(objective.samples()),
              wording.word()));
    }
    line("Objectives");
    TextTable.print(rows, out);
    line("");
  }

  private void ending(RunReport report) {
    Headline headline = Headline.of(report);
    out.append(coloured(headline.readiness())).append(". ");
    String why = String.join(" ", headline.why());
    wrapped(Visible.line(why), headline.readiness().words().length() + 2, "");
    int number = 1;
    for (Finding finding : headline.findings()) {
      String start = "  " + number++ + ". ";
      out.append(start);
      String told =
          Visible.line(finding.about(), 100) + ": " + Visible.line(finding.sentence(), 280);
      wrapped(told, start.length(), "     ");
    }
    for (String warning : report.warnings()) {
      out.append("  warning: ");
      wrapped(Visible.line(warning, 280), 11, "     ");
    }
    line("seed    " + report.seed());
    line("folder  " + Visible.line(report.origin().folder()));
    line("again   " + Visible.line(report.origin().judgeAgain()));
    Explanation.of(report).ifPresent(command -> line("why     " + Visible.line(command)));
  }

  private String coloured(Readiness readiness) {
    if (!colours) {
      return readiness.words();
    }
    String colour =
        switch (readiness) {
          case READY -> "32";
          case NOT_READY -> "31";
          case NOT_PROVEN -> "33";
        };
    return "\u001b[1;" + colour + "m" + readiness.words() + "\u001b[0m";
  }

  private void wrapped(String text, int used, String indent) {
    int column = used;
    boolean first = true;
    for (String word : text.split(" +")) {
      String rest = word;
      if (!first && column + 1 + TextTable.width(word) > WIDTH) {
        out.append('\n').append(indent);
        column = indent.length();
      } else if (!first) {
        out.append(' ');
        column++;
      }
      while (column + TextTable.width(rest) > WIDTH) {
        String fits = Columns.first(rest, Math.max(1, WIDTH - column));
        out.append(fits).append('\n').append(indent);
        rest = rest.substring(fits.length());
        column = indent.length();
      }
      out.append(rest);
      column += TextTable.width(rest);
      first = false;
    }
    out.append('\n');
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
