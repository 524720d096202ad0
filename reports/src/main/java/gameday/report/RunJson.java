package gameday.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.measures.Distribution;
import gameday.measures.Measures;
import gameday.measures.Part;
import gameday.verdict.Blame;
import gameday.verdict.ObjectiveVerdict;
import gameday.verdict.RuleVerdict;
import gameday.verdict.Verdict;
import gameday.verdict.Violation;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** run.json: durations in seconds, event time unless a name says otherwise. */
final class RunJson {
  static final String SCHEMA = "gameday/run/1";
  private static final int FIRST = 5;
  private static final int TEXT = 2000;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private RunJson() {}

  static String of(RunReport report) {
    ObjectNode run = MAPPER.createObjectNode();
    origin(run, report);
    verdict(run, report);
    Verdict verdict = report.verdict();
    verdict.rules().forEach(rule -> rule(run.withArrayProperty("rules").addObject(), rule, report));
    ArrayNode objectives = run.putArray("objectives");
    verdict.objectives().forEach(each -> objective(objectives.addObject(), each));
    measures(run, report.measures());
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(run) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always written", e);
    }
  }

  private static void origin(ObjectNode run, RunReport report) {
    RunReport.Origin origin = report.origin();
    run.put("schema", SCHEMA);
    run.put("scenario", report.scenario().name());
    run.put("title", report.scenario().title());
    run.put("seed", report.seed());
    run.put("speed", report.speed());
    run.put("clock", report.history().started().map(started -> started.clock()).orElse("unknown"));
    run.put("command", origin.judgeAgain());
    run.put("repeat", origin.repeat());
    run.put("folder", origin.folder());
    run.put("version", origin.version());
    run.put("started", origin.started().toString());
    run.put("ended", origin.started().plus(origin.wall()).toString());
    run.put("wallSeconds", Times.seconds(origin.wall()));
  }

  private static void verdict(ObjectNode run, RunReport report) {
    Headline headline = Headline.of(report);
    Verdict verdict = report.verdict();
    run.put("exitCode", verdict.exitCode().code());
    run.put("exit", Account.word(verdict.exitCode()));
    run.put("verdict", headline.readiness().word());
    run.put("end", Account.word(verdict.reason()));
    headline.why().forEach(run.putArray("why")::add);
    ArrayNode findings = run.putArray("findings");
    headline
        .findings()
        .forEach(
            finding ->
                findings
                    .addObject()
                    .put("about", finding.about())
                    .put("sentence", finding.sentence()));
    verdict.distrust().forEach(run.putArray("distrust")::add);
    report.warnings().forEach(run.putArray("warnings")::add);
    Tally tally = Tally.of(report.measures());
    run.putObject("questions")
        .put("total", tally.total())
        .put("answered", tally.answered())
        .put("gaveUp", tally.gaveUp())
        .put("open", tally.open())
        .put("neverAsked", tally.neverAsked());
    run.putArray("rules");
  }

  private static void rule(ObjectNode node, RuleVerdict rule, RunReport report) {
    node.put("id", rule.rule());
    node.put("sentence", rule.sentence());
    node.put("outcome", rule.outcome().word());
    node.put("cases", rule.cases());
    node.put("minimumCases", rule.minimumCases());
    ArrayNode kinds = node.putArray("kinds");
    rule.kinds().forEach(kind -> kinds.add(kind.word()));
    node.put("undecided", rule.undecided());
    if (!rule.lacking().isEmpty()) {
      node.put("lacking", rule.lacking());
    }
    ObjectNode counts = node.putObject("violations");
    for (Blame blame : Blame.values()) {
      counts.put(blame.word(), Finding.violations(rule, blame).size());
    }
    ArrayNode first = node.putArray("first");
    rule.violations().stream()
        .limit(FIRST)
        .forEach(each -> violation(first.addObject(), each, report));
  }

  private static void violation(ObjectNode node, Violation violation, RunReport report) {
    violation.question().ifPresent(id -> node.put("question", id.value()));
    node.put("blame", violation.blame().word());
    node.put("kind", violation.kind().word());
    node.put("sentence", Visible.clip(violation.sentence(), TEXT));
    ArrayNode witnesses = node.putArray("witnesses");
    List<Account> accounts =
        violation.witnesses().stream().map(e -> Account.of(e, report.speed())).toList();
    for (Account account : accounts) {
      witnesses
          .addObject()
          .put("sequence", account.sequence())
          .put("at", Times.seconds(account.at()))
          .put("time", Times.clock(report.scenario().event().starts(), account.at()))
          .put("who", account.who())
          .put("what", account.what())
          .put("text", Visible.clip(account.text(), TEXT));
    }
  }

  private static void objective(ObjectNode node, ObjectiveVerdict objective) {
    node.put("objective", objective.objective());
    node.put("outcome", objective.outcome().word());
    node.put("actual", objective.actual());
    node.put("limit", objective.limit());
    node.put("samples", objective.samples());
    node.put("explanation", objective.explanation());
  }

  private static void measures(ObjectNode run, Measures measures) {
    ArrayNode table = run.putArray("responseTimes");
    for (Measures.Row row : measures.table()) {
      ObjectNode node = table.addObject().put("scope", row.scope()).put("measure", row.measure());
      distribution(node, row.distribution());
    }
    ObjectNode means = run.putObject("meanParts");
    new TreeMap<>(measures.meanParts())
        .forEach(
            (group, parts) -> {
              ObjectNode node = means.putObject(group);
              for (Part part : Part.values()) {
                Duration mean = parts.getOrDefault(part, Duration.ZERO);
                node.put(Account.word(part), Times.seconds(mean));
              }
            });
    distribution(run.putObject("generatorLag"), measures.generatorLag());
    distribution(run.putObject("pipelineAck"), measures.pipelineAck());
    ObjectNode occupancy = run.putObject("occupancy");
    new TreeMap<>(measures.occupancy()).forEach(occupancy::put);
  }

  private static void distribution(ObjectNode node, Distribution distribution) {
    node.put("count", distribution.count());
    node.put("mean", Times.seconds(distribution.mean()));
    node.put("p50", Times.seconds(distribution.p50()));
    node.put("p90", Times.seconds(distribution.p90()));
    node.put("p95", Times.seconds(distribution.p95()));
    node.put("p99", Times.seconds(distribution.p99()));
    node.put("max", Times.seconds(distribution.max()));
  }
}
