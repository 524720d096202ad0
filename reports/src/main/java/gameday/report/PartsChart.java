package gameday.report;

import gameday.measures.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the time goes: one stacked bar a group, all on one scale, and the figures behind.
 *
 * @param groups the bars
 * @param parts those parts that took any time, in the order of the process
 */
record PartsChart(List<Group> groups, List<Part> parts) {
  static final int WIDTH = 1000;

  /** One bar. */
  record Group(String name, Duration total, List<Piece> pieces, Map<Part, Duration> means) {
    Duration mean(Part part) {
      return means.getOrDefault(part, Duration.ZERO);
    }
  }

  /** One part of a bar. */
  record Piece(Part part, double x, double width, String says) {}

  static PartsChart of(Map<String, Map<Part, Duration>> meanParts) {
    Map<String, Map<Part, Duration>> sorted = new TreeMap<>(meanParts);
    Duration longest =
        sorted.values().stream()
            .map(PartsChart::total)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    List<Group> groups = new ArrayList<>();
    sorted.forEach((name, means) -> groups.add(group(name, means, longest)));
    List<Part> parts =
        Arrays.stream(Part.values())
            .filter(part -> groups.stream().anyMatch(group -> group.mean(part).isPositive()))
            .toList();
    return new PartsChart(groups, parts);
  }

  private static Group group(String name, Map<Part, Duration> means, Duration longest) {
    List<Piece> pieces = new ArrayList<>();
    double x = 0;
    for (Part part : Part.values()) {
      Duration mean = means.getOrDefault(part, Duration.ZERO);
      if (mean.isPositive()) {
        double width = (double) WIDTH * mean.toMillis() / Math.max(1, longest.toMillis());
        String says = part.words() + ": " + Times.words(mean);
        pieces.add(new Piece(part, DayScale.round(x), DayScale.round(width), says));
        x += width;
      }
    }
    return new Group(name, total(means), pieces, means);
  }

  private static Duration total(Map<Part, Duration> means) {
    return means.values().stream().reduce(Duration.ZERO, Duration::plus);
  }
}
