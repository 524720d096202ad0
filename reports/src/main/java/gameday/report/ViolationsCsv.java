package gameday.report;

import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** violations.csv: RFC 4180, UTF-8, one line per violation, safe to open in a spreadsheet. */
final class ViolationsCsv {
  private static final String FORMULA_STARTS = "=+-@";

  private ViolationsCsv() {}

  static String of(RunReport report) {
    StringBuilder csv = new StringBuilder();
    row(csv, List.of("rule", "blame", "question", "time", "what went wrong", "witnesses"));
    for (RuleVerdict rule : report.verdict().rules()) {
      for (Violation violation : rule.violations()) {
        row(csv, cells(rule, violation, report));
      }
    }
    return csv.toString();
  }

  private static List<String> cells(RuleVerdict rule, Violation violation, RunReport report) {
    List<Account> accounts =
        violation.witnesses().stream().map(e -> Account.of(e, report.speed())).toList();
    var starts = report.scenario().event().starts();
    String time = accounts.isEmpty() ? "" : Times.clock(starts, accounts.getFirst().at());
    String witnesses =
        accounts.stream()
            .map(
                account ->
                    "%s %s %s%s"
                        .formatted(
                            Times.clock(starts, account.at()),
                            account.who(),
                            account.what(),
                            account.text().isEmpty() ? "" : ": " + account.text()))
            .collect(Collectors.joining("\n"));
    return List.of(
        rule.rule(),
        violation.blame().word(),
        violation.question().map(id -> id.value()).orElse(""),
        time,
        violation.sentence(),
        witnesses);
  }

  private static void row(StringBuilder csv, List<String> cells) {
    csv.append(cells.stream().map(ViolationsCsv::cell).collect(Collectors.joining(",")));
    csv.append("\r\n");
  }

  /** A spreadsheet runs what starts like a formula; an apostrophe makes it text. */
  static String cell(String raw) {
    String text = Visible.text(raw);
    boolean formula = !text.isBlank() && FORMULA_STARTS.indexOf(text.stripLeading().charAt(0)) >= 0;
    String guarded = formula ? "'" + text : text;
    boolean quoted = guarded.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == ';');
    return quoted ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
  }
}
