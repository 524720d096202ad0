package gameday.report;

import gameday.measures.Distribution;
import gameday.measures.Measures;
import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The response times an ops lead reads in ten seconds: one row a chat, audience and tier. The page
 * and run.json have the whole set.
 */
final class TimesAtAGlance {
  /** The measures, as {@link Measures.Row#measure} names them, and their columns' heading. */
  static final Map<String, String> MEASURES = new LinkedHashMap<>();

  static {
    MEASURES.put("first response", "first response");
    MEASURES.put("first human response", "first human");
    MEASURES.put("resolution", "resolution");
  }

  private TimesAtAGlance() {}

  /**
   * A row.
   *
   * @param count how many questions it is about
   * @param figures p50 and p90 of every measure, in order; "-" where there is none
   */
  record Row(String scope, long count, List<String> figures) {}

  /** The rows; a scope in which nothing was measured has none. */
  static List<Row> of(List<Measures.Row> table) {
    List<Row> rows = new ArrayList<>();
    scopes().forEach((scope, name) -> row(table, scope, name).ifPresent(rows::add));
    return rows;
  }

  /** How {@link Measures.Row#scope} is told here. */
  private static Map<String, String> scopes() {
    Map<String, String> scopes = new LinkedHashMap<>();
    scopes.put("all", "all");
    for (Chat chat : Chat.values()) {
      scopes.put(chat.word(), chat.word());
    }
    for (Audience audience : Audience.values()) {
      scopes.put(audience.word(), audience.word());
    }
    for (Tier tier : Tier.values()) {
      scopes.put(tier.word(), "answered by " + tier.word());
    }
    return scopes;
  }

  private static Optional<Row> row(List<Measures.Row> table, String scope, String name) {
    long count = 0;
    List<String> figures = new ArrayList<>();
    for (String measure : MEASURES.keySet()) {
      Optional<Distribution> times =
          table.stream()
              .filter(row -> row.scope().equals(scope) && row.measure().equals(measure))
              .map(Measures.Row::distribution)
              .filter(distribution -> distribution.count() > 0)
              .findFirst();
      count = Math.max(count, times.map(Distribution::count).orElse(0L));
      figures.add(times.map(Distribution::p50).map(TimesAtAGlance::brief).orElse("-"));
      figures.add(times.map(Distribution::p90).map(TimesAtAGlance::brief).orElse("-"));
    }
    return count == 0 ? Optional.empty() : Optional.of(new Row(name, count, figures));
  }

  private static String brief(Duration time) {
    return Times.words(time)
        .replace(" ms", "ms")
        .replace(" min", "m")
        .replace(" s", "s")
        .replace(" h", "h")
        .replace(" ", "");
  }
}
