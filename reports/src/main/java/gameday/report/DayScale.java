package gameday.report;

import gameday.scenario.FaultPlan;
import gameday.scenario.SessionPlan;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The day's time axis: from the first to the last thing of the day, in steps that read well.
 *
 * @param from event time of the left edge
 * @param step one bar's length
 * @param steps how many of them
 */
record DayScale(LocalDateTime starts, Duration from, Duration step, int steps) {
  static final int LEFT = 44;
  static final int WIDTH = 900;
  static final int LANES = 4;
  private static final int MOST_STEPS = 96;
  private static final int[] STEP_SECONDS = {10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200};

  /** A mark of the axis. */
  record Tick(double x, String label) {}

  /** Space the lanes take, that many as are used. */
  static int height(List<Band> bands) {
    return 20 * (bands.stream().mapToInt(Band::lane).max().orElse(-1) + 1);
  }

  /** A session or a fault: where it lies, in which lane, and what it is called. */
  record Band(double x, double width, int lane, String label, String says) {}

  static DayScale of(RunReport report) {
    Duration from = Duration.ZERO;
    Duration until = report.scenario().event().length();
    for (var times : report.measures().questions()) {
      Duration at = times.question().at();
      from = shorter(from, at);
      until = longer(until, at.plus(times.resolution().orElse(Duration.ZERO)));
    }
    long span = Math.max(1, until.minus(from).toSeconds() + 1);
    long step = STEP_SECONDS[STEP_SECONDS.length - 1];
    for (int seconds : STEP_SECONDS) {
      if (span <= (long) seconds * MOST_STEPS) {
        step = seconds;
        break;
      }
    }
    step = Math.max(step, span / 500);
    LocalDateTime starts = report.scenario().event().starts();
    long left = Math.floorDiv(from.toSeconds(), step) * step;
    int steps = (int) Math.ceilDiv(until.toSeconds() + 1 - left, step);
    return new DayScale(starts, Duration.ofSeconds(left), Duration.ofSeconds(step), steps);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  Duration at(int step) {
    return from.plus(this.step.multipliedBy(step));
  }

  int step(Duration at) {
    return (int) Math.floorDiv(at.minus(from).toMillis(), step.toMillis());
  }

  Duration until() {
    return at(steps);
  }

  double x(Duration at) {
    double share = (double) at.minus(from).toMillis() / until().minus(from).toMillis();
    return LEFT + WIDTH * Math.clamp(share, 0, 1);
  }

  static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /** At most ten marks, on round times of day. */
  List<Tick> ticks() {
    long span = until().minus(from).toMinutes();
    long minutes = 24 * 60;
    for (int candidate : new int[] {1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720}) {
      if (span / candidate <= 10) {
        minutes = candidate;
        break;
      }
    }
    List<Tick> ticks = new ArrayList<>();
    LocalDateTime left = starts.plus(from);
    LocalDateTime mark = left.toLocalDate().atStartOfDay();
    while (!mark.isAfter(starts.plus(until())) && ticks.size() < 40) {
      if (!mark.isBefore(left)) {
        Duration at = Duration.between(starts, mark);
        ticks.add(new Tick(round(x(at)), Times.minute(starts, at)));
      }
      mark = mark.plusMinutes(minutes);
    }
    return ticks;
  }

  /** Sessions in as few lanes as they fit in; what doesn't fit in {@link #LANES} is left out. */
  List<Band> sessions(List<SessionPlan> sessions) {
    Duration[] busy = new Duration[LANES];
    List<Band> bands = new ArrayList<>();
    for (var each : sessions.stream().sorted(Comparator.comparing(SessionPlan::starts)).toList()) {
      for (int lane = 0; lane < LANES; lane++) {
        if (busy[lane] == null || busy[lane].compareTo(each.starts()) <= 0) {
          busy[lane] = each.ends();
          bands.add(band(each.starts(), each.ends(), lane, each.title()));
          break;
        }
      }
    }
    return bands;
  }

  List<Band> faults(List<FaultPlan> faults) {
    return faults.stream().map(this::fault).toList();
  }

  /** A fault's name may stand over its edge. */
  private Band fault(FaultPlan fault) {
    String name = fault.on().word() + ": " + fault.kind().word().replace('-', ' ');
    Band band = band(fault.from(), fault.until(), 0, name);
    return new Band(band.x(), band.width(), 0, name, band.says());
  }

  private Band band(Duration begins, Duration ends, int lane, String title) {
    double x = x(begins);
    double width = Math.max(2, x(ends) - x - 1.5);
    int fits = (int) ((width - 8) / 6.4);
    String shown = Visible.line(title, 200);
    String label = fits < 3 ? "" : shorten(shown, fits);
    String says =
        "%s–%s %s".formatted(Times.minute(starts, begins), Times.minute(starts, ends), shown);
    return new Band(round(x), round(width), lane, label, says);
  }

  private static String shorten(String text, int most) {
    return TextTable.width(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
