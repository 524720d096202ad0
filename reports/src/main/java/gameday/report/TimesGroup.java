package gameday.report;

import gameday.measures.Measures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of one measure, in the table's order. */
record TimesGroup(String measure, List<Measures.Row> rows) {
  static List<TimesGroup> of(List<Measures.Row> table) {
    Map<String, List<Measures.Row>> groups = new LinkedHashMap<>();
    for (Measures.Row row : table) {
      groups.computeIfAbsent(row.measure(), measure -> new ArrayList<>()).add(row);
    }
    return groups.entrySet().stream()
        .map(group -> new TimesGroup(group.getKey(), List.copyOf(group.getValue())))
        .toList();
  }
}
