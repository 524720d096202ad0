package gameday.measures;

import gameday.evidence.Evidence;
import gameday.evidence.Moment;
import gameday.history.Happening.WebhookDelivered;
import gameday.measures.Measures.Row;
import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes the {@link Measures} of a run. */
public final class Measuring {
  private Measuring() {}

  /** Measures everything, in time linear in the history. */
  public static Measures of(Evidence evidence) {
    List<QuestionTimes> questions =
        evidence.cases().stream().map(file -> Stopwatch.time(evidence, file)).toList();
    return new Measures(
        questions,
        table(questions),
        meanParts(questions),
        Figures.of(acknowledged(evidence)),
        Figures.of(questions.stream().flatMap(q -> q.lag().stream()).toList()),
        Occupancy.of(evidence));
  }

  /** How long acknowledged webhooks and events took; the others are a rule's business. */
  static List<Duration> acknowledged(Evidence evidence) {
    return evidence.all(WebhookDelivered.class).stream()
        .map(Moment::what)
        .filter(delivered -> delivered.status() / 100 == 2)
        .map(delivered -> Duration.ofNanos(delivered.nanos()))
        .toList();
  }

  private static List<Row> table(List<QuestionTimes> questions) {
    Map<String, Predicate<QuestionTimes>> scopes = new LinkedHashMap<>();
    scopes.put("all", q -> true);
    for (Chat chat : Chat.values()) {
      scopes.put(chat.word(), q -> q.question().chat() == chat);
    }
    for (Audience audience : Audience.values()) {
      scopes.put(audience.word(), q -> q.question().asker().audience() == audience);
      scopes.put(
          audience.word() + ", " + Chat.MOD.word(),
          q -> q.question().asker().audience() == audience && q.question().chat() == Chat.MOD);
    }
    for (Tier tier : Tier.values()) {
      scopes.put(tier.word(), q -> q.answeredBy().filter(tier::equals).isPresent());
    }
    List<Row> rows = new ArrayList<>();
    scopes.forEach((scope, within) -> addRows(rows, scope, questions, within));
    return List.copyOf(rows);
  }

  private static void addRows(
      List<Row> rows,
      String scope,
      List<QuestionTimes> questions,
      Predicate<QuestionTimes> within) {
    Map<String, Function<QuestionTimes, Optional<Duration>>> measures = new LinkedHashMap<>();
    measures.put("first response", QuestionTimes::firstResponse);
    measures.put("first human response", QuestionTimes::firstHumanResponse);
    measures.put("resolution", QuestionTimes::resolution);
    measures.put("escalation", QuestionTimes::escalation);
    measures.forEach(
        (measure, of) -> {
          List<Duration> times =
              questions.stream().filter(within).flatMap(q -> of.apply(q).stream()).toList();
          if (!times.isEmpty()) {
            rows.add(new Row(scope, measure, Figures.of(times)));
          }
        });
  }

  private static Map<String, Map<Part, Duration>> meanParts(List<QuestionTimes> questions) {
    Map<String, Map<Part, Duration>> means = new LinkedHashMap<>();
    means.put("escalated", mean(questions, q -> q.escalation().isPresent()));
    means.put("not escalated", mean(questions, q -> q.escalation().isEmpty()));
    return means;
  }

  private static Map<Part, Duration> mean(
      List<QuestionTimes> questions, Predicate<QuestionTimes> which) {
    List<QuestionTimes> counted =
        questions.stream().filter(q -> q.resolution().isPresent()).filter(which).toList();
    Map<Part, Duration> mean = new EnumMap<>(Part.class);
    for (QuestionTimes times : counted) {
      times.parts().forEach((part, time) -> mean.merge(part, time, Duration::plus));
    }
    mean.replaceAll((part, sum) -> sum.dividedBy(counted.size()));
    return mean;
  }
}
