package gameday.report;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.measures.QuestionTimes;
import gameday.measures.QuestionTimes.End;
import gameday.script.QuestionId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Arrivals and open questions over the day, in units of the drawing.
 *
 * @param bars one per step of time: questions asked
 * @param open the outline of how many were open, as an SVG path
 * @param mostAsked the highest bar's count
 * @param mostOpen the highest point of {@code open}
 */
record DayChart(
    DayScale scale, List<Bar> bars, String open, int mostAsked, int mostOpen, long untilSeconds) {
  static final int ASKED_BASE = 110;
  static final int OPEN_BASE = 220;
  static final int HEIGHT = 90;

  /** Questions asked in one step of time. */
  record Bar(double x, double y, double width, double height, String says) {}

  static DayChart of(RunReport report) {
    DayScale scale = DayScale.of(report);
    Map<Integer, Integer> asked = new TreeMap<>();
    TreeMap<Duration, Integer> changes = new TreeMap<>();
    Map<QuestionId, Duration> leaving = leaving(report);
    for (QuestionTimes times : report.measures().questions()) {
      if (times.end() == End.NEVER_ASKED) {
        continue;
      }
      Duration at = times.question().at();
      asked.merge(scale.step(at), 1, Integer::sum);
      changes.merge(at, 1, Integer::sum);
      Duration end =
          times
              .resolution()
              .map(at::plus)
              .orElseGet(() -> leaving.getOrDefault(times.question().id(), scale.until()));
      changes.merge(end, -1, Integer::sum);
    }
    int mostAsked = asked.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<Bar> bars =
        asked.entrySet().stream()
            .map(each -> bar(each.getKey(), each.getValue(), mostAsked, scale, report))
            .toList();
    int[] open = openBySteps(changes, scale);
    int mostOpen = java.util.Arrays.stream(open).max().orElse(0);
    return new DayChart(
        scale,
        bars,
        outline(open, mostOpen, scale),
        mostAsked,
        mostOpen,
        scale.until().toSeconds());
  }

  /** When askers left, event time: measures don't tell. */
  private static Map<QuestionId, Duration> leaving(RunReport report) {
    Map<QuestionId, Duration> leaving = new HashMap<>();
    for (Entry entry : report.history().entries()) {
      if (entry.what() instanceof Happening.GaveUp gaveUp) {
        leaving.put(gaveUp.question(), Times.eventTime(entry.atNanos(), report.speed()));
      }
    }
    return leaving;
  }

  private static Bar bar(int step, int count, int most, DayScale scale, RunReport report) {
    double height = (double) HEIGHT * count / most;
    double x = scale.x(scale.at(step));
    double width = Math.max(1, scale.x(scale.at(step + 1)) - x - 1);
    String from = Times.minute(report.scenario().event().starts(), scale.at(step));
    String says = from + ": " + Headline.count(count, "question") + " asked";
    return new Bar(
        DayScale.round(x),
        DayScale.round(ASKED_BASE - height),
        DayScale.round(width),
        DayScale.round(height),
        says);
  }

  /** The most that were open at any moment of each step. */
  private static int[] openBySteps(TreeMap<Duration, Integer> changes, DayScale scale) {
    int[] most = new int[scale.steps()];
    int now = 0;
    int reached = 0;
    for (var change : changes.entrySet()) {
      int step = Math.clamp(scale.step(change.getKey()), 0, scale.steps() - 1);
      while (reached < step) {
        reached++;
        most[reached] = now;
      }
      now += change.getValue();
      most[step] = Math.max(most[step], now);
    }
    while (reached < scale.steps() - 1) {
      reached++;
      most[reached] = now;
    }
    return most;
  }

  private static String outline(int[] open, int most, DayScale scale) {
    StringBuilder path =
        new StringBuilder("M" + DayScale.round(scale.x(scale.at(0))) + " " + OPEN_BASE);
    for (int step = 0; step < open.length; step++) {
      double y = OPEN_BASE - (most == 0 ? 0 : (double) HEIGHT * open[step] / most);
      path.append("V").append(DayScale.round(y));
      path.append("H").append(DayScale.round(scale.x(scale.at(step + 1))));
    }
    return path.append("V").append(OPEN_BASE).append("Z").toString();
  }
}
