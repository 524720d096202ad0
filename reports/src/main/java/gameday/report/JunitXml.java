package gameday.report;

import gameday.history.Happening.RunEnded.Reason;
import gameday.verdict.Blame;
import gameday.verdict.ObjectiveVerdict;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Violation;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** junit.xml: whether the run completed, every rule and every objective is a case. */
final class JunitXml {
  private static final int TOLD = 10;
  private static final int TEXT = 500;
  private static final int BODY = 20_000;

  private JunitXml() {}

  private record Case(
      String group, String name, Wording.Junit result, String message, String body) {}

  static String of(RunReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      write(xml, report, cases(report));
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory can't fail", e);
    }
    return text.toString();
  }

  private static List<Case> cases(RunReport report) {
    List<Case> cases = new ArrayList<>();
    cases.add(completed(report));
    report.verdict().rules().forEach(rule -> cases.add(ofRule(rule, report)));
    report.verdict().objectives().forEach(objective -> cases.add(ofObjective(objective)));
    return cases;
  }

  private static Case completed(RunReport report) {
    Reason reason = report.verdict().reason();
    boolean whole = reason == Reason.DRAINED || reason == Reason.STILL_OPEN;
    List<String> distrust = report.verdict().distrust();
    boolean good = whole && distrust.isEmpty();
    String message =
        whole ? "the run can't be trusted" : "the run was " + Account.word(reason) + " too early";
    return new Case(
        "run",
        "run completed",
        good ? Wording.Junit.PASSED : Wording.Junit.ERROR,
        message,
        String.join("\n", distrust));
  }

  private static Case ofRule(RuleVerdict rule, RunReport report) {
    Wording wording = Wording.of(rule.outcome());
    List<Violation> violations = Finding.violations(rule, Blame.PIPELINE);
    String message = message(rule, wording, violations.size());
    StringBuilder body = new StringBuilder(rule.sentence()).append('\n');
    violations.stream().limit(TOLD).forEach(violation -> tell(violation, report, body));
    if (violations.size() > TOLD) {
      body.append("… and %,d more\n".formatted(violations.size() - TOLD));
    }
    return new Case("rules", rule.rule(), wording.junit(), message, body.toString());
  }

  private static String message(RuleVerdict rule, Wording wording, int violations) {
    String cases = Headline.count(rule.cases(), "case");
    return switch (wording.junit()) {
      case PASSED -> cases;
      case FAILURE -> Headline.count(violations, "violation") + " in " + cases;
      case ERROR -> wording.word() + ": " + RulesAtAGlance.gap(rule);
      case SKIPPED ->
          wording.word()
              + ": "
              + (rule.lacking().isEmpty() ? "the script brought no case" : rule.lacking());
    };
  }

  private static void tell(Violation violation, RunReport report, StringBuilder body) {
    violation.question().ifPresent(id -> body.append(id.value()).append(": "));
    body.append(Visible.clip(violation.sentence(), TEXT)).append('\n');
    for (var entry : violation.witnesses()) {
      Account account = Account.of(entry, report.speed());
      String at = Times.clock(report.scenario().event().starts(), account.at());
      body.append("  %s %s %s".formatted(at, account.who(), account.what()));
      body.append(account.text().isEmpty() ? "" : ": " + Visible.line(account.text(), TEXT));
      body.append('\n');
    }
  }

  private static Case ofObjective(ObjectiveVerdict objective) {
    Wording wording = Wording.of(objective.outcome());
    String message =
        wording.junit() == Wording.Junit.SKIPPED
            ? wording.word() + ": " + objective.explanation()
            : "%s: actual %s, limit %s, %s"
                .formatted(
                    wording.word(),
                    objective.actual(),
                    objective.limit(),
                    Headline.count(objective.samples(), "sample"));
    return new Case(
        "objectives", objective.objective(), wording.junit(), message, objective.explanation());
  }

  private static void write(XMLStreamWriter xml, RunReport report, List<Case> cases)
      throws XMLStreamException {
    String seconds = Times.seconds(report.origin().wall()).toPlainString();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    counts(xml, cases);
    attribute(xml, "time", seconds);
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    attribute(xml, "name", "gameday " + report.scenario().name());
    counts(xml, cases);
    attribute(xml, "time", seconds);
    attribute(xml, "timestamp", report.origin().started().toString());
    for (Case each : cases) {
      xml.writeCharacters("\n    ");
      write(xml, report, each);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.writeCharacters("\n");
  }

  private static void counts(XMLStreamWriter xml, List<Case> cases) throws XMLStreamException {
    attribute(xml, "tests", Integer.toString(cases.size()));
    attribute(xml, "failures", count(cases, Wording.Junit.FAILURE));
    attribute(xml, "errors", count(cases, Wording.Junit.ERROR));
    attribute(xml, "skipped", count(cases, Wording.Junit.SKIPPED));
  }

  private static String count(List<Case> cases, Wording.Junit result) {
    return Long.toString(cases.stream().filter(each -> each.result() == result).count());
  }

  private static void write(XMLStreamWriter xml, RunReport report, Case each)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute(xml, "classname", "gameday." + report.scenario().name() + "." + each.group());
    attribute(xml, "name", each.name());
    attribute(xml, "time", "0");
    switch (each.result()) {
      case PASSED -> {}
      case FAILURE -> problem(xml, "failure", each);
      case ERROR -> problem(xml, "error", each);
      case SKIPPED -> {
        xml.writeStartElement("skipped");
        attribute(xml, "message", each.message());
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
  }

  private static void problem(XMLStreamWriter xml, String element, Case each)
      throws XMLStreamException {
    xml.writeStartElement(element);
    attribute(xml, "message", each.message());
    attribute(xml, "type", each.group());
    xml.writeCharacters(Visible.text(Visible.clip(each.message() + "\n" + each.body(), BODY)));
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, Visible.line(value, TEXT));
  }
}
