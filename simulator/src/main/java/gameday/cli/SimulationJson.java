package gameday.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.campaign.Seeds;
import gameday.campaign.Tally;
import gameday.cli.FaultSimulation.FailingDay;
import gameday.cli.FaultSimulation.Pace;
import gameday.cli.FaultSimulation.Result;
import gameday.trial.Finding;
import java.util.Locale;

/** A simulation's end, for programs. */
final class SimulationJson {
  private static final int VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private SimulationJson() {}

  static String of(Result result, Seeds seeds, Repeating repeating) {
    Tally tally = result.tally();
    ObjectNode root =
        JSON.createObjectNode()
            .put("format", "gameday-fault-simulation")
            .put("version", VERSION)
            .put("scenario", repeating.scenario())
            .put("seeds", seeds.toString())
            .put("exitCode", result.exitCode().code())
            .put("end", word(result.campaign().end()))
            .put("tried", tally.seeds())
            .put("withoutFaults", tally.withoutFaults())
            .put("questions", tally.questions())
            .put("happenings", tally.happenings());
    counts(root, tally);
    ArrayNode failing = root.putArray("failing");
    result.failing().forEach(day -> failing(failing.addObject(), day, repeating));
    ArrayNode distrusted = root.putArray("distrusted");
    for (Finding finding : tally.distrusted()) {
      ArrayNode why = distrusted.addObject().put("seed", finding.seed()).putArray("why");
      finding.distrust().forEach(why::add);
    }
    pace(root.putObject("pace"), tally, result.pace());
    return root.toPrettyString() + "\n";
  }

  private static void counts(ObjectNode root, Tally tally) {
    ArrayNode rules = root.putArray("rules");
    tally
        .rules()
        .forEach(
            (rule, count) ->
                rules
                    .addObject()
                    .put("rule", rule)
                    .put("cases", count.cases())
                    .put("seeds", count.seeds())
                    .put("violated", count.violated()));
    ArrayNode faults = root.putArray("faults");
    tally
        .faults()
        .forEach(
            (key, count) ->
                faults
                    .addObject()
                    .put("on", key.split(" ", 2)[0])
                    .put("kind", key.split(" ", 2)[1])
                    .put("times", count.times())
                    .put("seeds", count.seeds())
                    .put("hits", count.hits()));
  }

  private static void failing(ObjectNode node, FailingDay day, Repeating repeating) {
    node.put("seed", day.finding().seed())
        .put("again", repeating.seed(day.finding().seed()))
        .put("folder", day.folder().toString());
    ArrayNode breaches = node.putArray("violations");
    day.finding()
        .breaches()
        .forEach(
            breach -> {
              ObjectNode one = breaches.addObject().put("rule", breach.rule());
              breach.question().ifPresent(id -> one.put("question", id.value()));
              one.put("sentence", breach.sentence());
            });
    day.small()
        .ifPresent(
            small ->
                node.putObject("shrunk")
                    .put("file", small.file().toString())
                    .put("questions", small.shrunk().trial().script().questions().size())
                    .put("faults", small.shrunk().trial().faults().size())
                    .put("tries", small.shrunk().tries())
                    .put("minimal", small.shrunk().isMinimal()));
  }

  private static void pace(ObjectNode node, Tally tally, Pace pace) {
    node.put("seconds", pace.wall().toMillis() / 1000.0)
        .put("cpuSeconds", pace.processor().toMillis() / 1000.0)
        .put("questionsPerMinute", Math.round(pace.perMinute(tally.questions())))
        .put("questionsPerCpuSecond", Math.round(pace.perProcessorSecond(tally.questions())));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
