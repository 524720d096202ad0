package gameday.cli;

import gameday.campaign.Campaign.End;
import gameday.campaign.Tally;
import gameday.cli.FaultSimulation.FailingDay;
import gameday.cli.FaultSimulation.Pace;
import gameday.cli.FaultSimulation.Result;
import gameday.cli.FaultSimulation.Small;
import gameday.scenario.FaultPlan.Target;
import gameday.trial.Finding;
import gameday.trial.Finding.Breach;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A simulation's end, for people. The same for the same seeds, but for its pace. */
final class SimulationText {
  private final Result result;
  private final Repeating repeating;
  private final StringBuilder text = new StringBuilder();

  SimulationText(Result result, Repeating repeating) {
    this.result = result;
    this.repeating = repeating;
  }

  /** Failing seeds first, then what was exercised, then the verdict. */
  String whole() {
    result.failing().forEach(this::failing);
    result.tally().distrusted().forEach(this::distrusted);
    Tally tally = result.tally();
    rules(tally);
    faults(tally);
    add(
        "%,d seeds, %,d without faults: %,d questions, %,d happenings",
        tally.seeds(), tally.withoutFaults(), tally.questions(), tally.happenings());
    return text.append(verdict()).toString();
  }

  /** The last line. */
  String verdict() {
    Tally tally = result.tally();
    String words =
        switch (result.exitCode()) {
          case INTERRUPTED ->
              "interrupted after %,d seeds, %,d of which failed"
                  .formatted(tally.seeds(), tally.failures().size());
          case NOT_TRUSTWORTHY -> "some days prove nothing: the harness had trouble";
          case INCORRECT ->
              "%,d of %,d seeds violate a rule%s"
                  .formatted(
                      tally.failures().size(),
                      tally.seeds(),
                      result.campaign().end() == End.ENOUGH_FAILED
                          ? "; it stopped there, --stop-after tells when"
                          : "");
          case INCONCLUSIVE -> "no seed exercised any rule; nothing is proved";
          case PASS, BROKEN, GATE_FAILED, USAGE ->
              "no violation in %,d seeds".formatted(tally.seeds());
        };
    return "%s (exit %d)%n".formatted(words, result.exitCode().code());
  }

  /** How fast it was; not the same twice. */
  static String pace(Tally tally, Pace pace) {
    return String.format(
        Locale.ROOT,
        "%,d questions in %.1f s: %,d a minute, %,d a CPU second%n",
        tally.questions(),
        pace.wall().toNanos() / 1e9,
        Math.round(pace.perMinute(tally.questions())),
        Math.round(pace.perProcessorSecond(tally.questions())));
  }

  private void failing(FailingDay day) {
    Finding finding = day.finding();
    Set<String> told = new TreeSet<>();
    for (Breach breach : finding.breaches()) {
      if (told.add(breach.rule())) {
        add("seed %d violates %s: %s", finding.seed(), breach.rule(), sentence(breach));
      }
    }
    int more = finding.breaches().size() - told.size();
    if (more > 0) {
      add("  and %d more violations", more);
    }
    add("  again: %s", repeating.seed(finding.seed()));
    add("  look: %s check %s", Called.command(), Repeating.quoted(day.folder().toString()));
    day.small().ifPresent(this::small);
    text.append('\n');
  }

  private void small(Small small) {
    List<String> ids =
        small.shrunk().trial().script().questions().stream()
            .map(question -> question.id().value())
            .toList();
    add(
        "  shrunk in %d tries%s to %d questions and %d faults: %s",
        small.shrunk().tries(),
        small.shrunk().isMinimal() ? "" : " (all it had)",
        ids.size(),
        small.shrunk().trial().faults().size(),
        small.file());
    add("    %s", repeating.virtually(small.file()));
    add("    %s", repeating.live(small.file()));
  }

  private void distrusted(Finding finding) {
    add(
        "seed %d proves nothing: %s",
        finding.seed(), KeptDays.oneLine(String.join("; ", finding.distrust())));
    add("  again: %s", repeating.seed(finding.seed()));
  }

  private static String sentence(Breach breach) {
    return breach.question().map(id -> id.value() + ": ").orElse("")
        + KeptDays.oneLine(breach.sentence());
  }

  private void rules(Tally tally) {
    add("%-28s %14s %10s %10s", "rule", "cases", "seeds", "violated");
    tally
        .rules()
        .forEach(
            (rule, count) ->
                add(
                    "%-28s %,14d %,10d %,10d",
                    rule, count.cases(), count.seeds(), count.violated()));
    if (!tally.unexercised().isEmpty()) {
      add("no seed exercised: %s", String.join(", ", tally.unexercised()));
    }
    text.append('\n');
  }

  /** Kind by target: in how many trials it was on, and what it hit. */
  private void faults(Tally tally) {
    if (tally.faults().isEmpty()) {
      add("no fault was on%n");
      return;
    }
    List<String> targets = Arrays.stream(Target.values()).map(Target::word).toList();
    add("%-20s%s", "fault: on / hits", cells(targets));
    Set<String> kinds = new TreeSet<>();
    tally.faults().keySet().forEach(key -> kinds.add(key.split(" ", 2)[1]));
    for (String kind : kinds) {
      add(
          "%-20s%s",
          kind,
          cells(
              targets.stream()
                  .map(on -> tally.faults().get(on + " " + kind))
                  .map(
                      count ->
                          count == null ? "-" : "%,d / %,d".formatted(count.times(), count.hits()))
                  .toList()));
    }
    text.append('\n');
  }

  private static String cells(List<String> cells) {
    return cells.stream().map("%18s"::formatted).collect(Collectors.joining());
  }

  private void add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
