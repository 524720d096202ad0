package gameday.report;

import gameday.measures.Measures;
import gameday.verdict.ObjectiveVerdict;
import gameday.verdict.RuleVerdict;
import java.util.List;
import java.util.stream.Collectors;

/** summary.md: GitHub's Markdown, as for a job summary. */
final class SummaryMarkdown {
  private static final int TEXT = 400;
  private final StringBuilder out = new StringBuilder();

  private SummaryMarkdown() {}

  static String of(RunReport report) {
    SummaryMarkdown markdown = new SummaryMarkdown();
    markdown.headline(report);
    markdown.objectives(report.verdict().objectives());
    markdown.times(report.measures().table());
    markdown.rules(report.verdict().rules());
    markdown.repeat(report);
    return markdown.out.toString();
  }

  private void headline(RunReport report) {
    Headline headline = Headline.of(report);
    line("## %s: %s", headline.readiness().words(), escape(report.scenario().title()));
    line("");
    line(
        "%s",
        headline.why().stream().map(SummaryMarkdown::escape).collect(Collectors.joining(" ")));
    line("");
    for (Finding finding : headline.findings()) {
      line("1. **%s**: %s", escape(finding.about()), escape(finding.sentence()));
    }
    if (!headline.findings().isEmpty()) {
      line("");
    }
    line("**What to do:** %s", escape(headline.advice()));
    line("");
    for (String warning : report.warnings()) {
      line("> Warning: %s", escape(warning));
      line("");
    }
  }

  private void objectives(List<ObjectiveVerdict> objectives) {
    if (objectives.isEmpty()) {
      return;
    }
    line("### Objectives");
    line("");
    line("| | objective | actual | limit | samples |");
    line("|---|---|---:|---:|---:|");
    for (ObjectiveVerdict objective : objectives) {
      Wording wording = Wording.of(objective.outcome());
      line(
          "| %s %s | %s | %s | %s | %,d |",
          wording.mark(),
          wording.word(),
          escape(objective.objective()),
          escape(objective.actual()),
          escape(objective.limit()),
          objective.samples());
    }
    line("");
  }

  private void times(List<Measures.Row> table) {
    List<TimesAtAGlance.Row> rows = TimesAtAGlance.of(table);
    if (rows.isEmpty()) {
      return;
    }
    line("### Response times");
    line("");
    line(
        "| | n | %s |",
        TimesAtAGlance.MEASURES.values().stream()
            .map(measure -> measure + " p50 | p90")
            .collect(Collectors.joining(" | ")));
    line("|---|---:|%s", "---:|".repeat(2 * TimesAtAGlance.MEASURES.size()));
    for (TimesAtAGlance.Row row : rows) {
      line("| %s | %,d | %s |", row.scope(), row.count(), String.join(" | ", row.figures()));
    }
    line("");
  }

  private void rules(List<RuleVerdict> rules) {
    line("### Rules");
    line("");
    line("| | rule | cases | violations |");
    line("|---|---|---:|---:|");
    for (RuleVerdict rule : rules) {
      Wording wording = Wording.of(rule.outcome());
      line(
          "| %s %s | %s: %s | %,d | %,d |",
          wording.mark(),
          wording.word(),
          escape(rule.rule()),
          escape(rule.sentence()),
          rule.cases(),
          rule.violations().size());
    }
    line("");
  }

  private void repeat(RunReport report) {
    line(
        "Seed %d, speed %s, gameday %s. Judge this run again:",
        report.seed(), Facts.speed(report.speed()), escape(report.origin().version()));
    line("");
    // Indented code needs no fence that a hostile folder name could close.
    line("    %s", Visible.line(report.origin().judgeAgain()));
    Explanation.of(report)
        .ifPresent(
            command -> {
              line("");
              line("The worst finding, step by step:");
              line("");
              line("    %s", Visible.line(command));
            });
  }

  private void line(String format, Object... parts) {
    out.append(format.formatted(parts)).append('\n');
  }

  /** Text that stays text: no emphasis, link, image, table cell, HTML or mention comes of it. */
  static String escape(String raw) {
    StringBuilder escaped = new StringBuilder();
    String text = Visible.line(raw, TEXT);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '@' -> escaped.append("&#64;");
        case '\\', '`', '*', '_', '[', ']', '|', '~', '$' -> escaped.append('\\').append(c);
        case '!', '#' -> escaped.append('\\').append(c);
        default -> escaped.append(c);
      }
    }
    // GitHub makes links of bare addresses, wherever they stand.
    return escaped.toString().replace("://", "&#58;//").replaceAll("(?i)(www)\\.", "$1&#46;");
  }
}
