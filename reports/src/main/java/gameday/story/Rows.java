package gameday.story;

import gameday.evidence.EventClock;
import gameday.history.Entry;
import gameday.script.QuestionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rows of one picture while it is drawn. */
final class Rows {
  private static final Comparator<Row> IN_TIME =
      Comparator.comparing(Row::at)
          // What was due at a moment comes after what happened then.
          .thenComparing(row -> row.sequence().orElse(Long.MAX_VALUE));

  private final EventClock clock;
  private final Optional<QuestionId> about;
  private final long askedNanos;
  private final List<Row> rows = new ArrayList<>();

  Rows(EventClock clock, Optional<QuestionId> about, long askedNanos) {
    this.clock = clock;
    this.about = about;
    this.askedNanos = askedNanos;
  }

  long askedNanos() {
    return askedNanos;
  }

  void add(Entry entry, boolean witness) {
    Drawn drawn = Drawn.of(entry.what(), about);
    add(entry.atNanos(), Optional.of(entry.sequence()), drawn, witness);
  }

  void add(long atNanos, Optional<Long> sequence, Drawn drawn, boolean witness) {
    Duration at = clock.eventTime(atNanos);
    rows.add(
        new Row(
            drawn.kind(),
            sequence,
            at,
            at.minus(clock.eventTime(askedNanos)),
            clock.time(atNanos),
            drawn.from(),
            drawn.to(),
            drawn.words(),
            drawn.text(),
            witness));
  }

  /** All in order of time; where there are too many, their middle is one note. */
  List<Row> bounded(int most) {
    List<Row> sorted = rows.stream().sorted(IN_TIME).toList();
    if (sorted.size() <= most) {
      return sorted;
    }
    List<Row> kept = new ArrayList<>();
    int witnesses = 0;
    int left = 0;
    for (int i = 0; i < sorted.size(); i++) {
      Row row = sorted.get(i);
      boolean proves = row.witness() && witnesses++ < most;
      if (i < most / 2 || i >= sorted.size() - most / 2 || proves) {
        if (left > 0) {
          kept.add(leftOut(left, row));
        }
        left = 0;
        kept.add(row);
      } else {
        left++;
      }
    }
    return kept;
  }

  private static Row leftOut(int number, Row before) {
    return new Row(
        Row.Kind.NOTE,
        Optional.empty(),
        before.at(),
        before.since(),
        before.clock(),
        before.from(),
        before.from(),
        "%,d more are left out here; history.jsonl has them".formatted(number),
        "",
        false);
  }
}
