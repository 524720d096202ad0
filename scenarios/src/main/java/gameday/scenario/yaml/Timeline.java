package gameday.scenario.yaml;

import gameday.scenario.SessionPlan;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns moments into offsets from an event's start.
 *
 * @param starts time of day of the event's start
 * @param length the event's length
 * @param sessions whose ids are points in time
 */
record Timeline(LocalTime starts, Duration length, List<SessionPlan> sessions) {
  static final String START = "start";
  static final String DOORS = "doors";
  static final String END = "end";
  private static final String SESSION_END = ".end";
  private static final Pattern OFFSET = Pattern.compile("(.+?)\\s*([+-])\\s*([0-9.a-z]+)");
  private static final Duration HALF_DAY = Duration.ofHours(12);

  /** The offset of {@code setting}'s moment; a fault of {@code fields} if its anchor is unknown. */
  Duration at(Fields fields, Setting<Moment> setting) {
    Moment moment = fields.get(setting);
    Optional<Duration> offset = resolve(moment);
    fields.check(
        offset.isPresent(),
        setting.key(),
        () ->
            setting.key()
                + " names no known point in time: '"
                + ((Moment.Near) moment).text()
                + "'"
                + Nearest.hint(anchorOf(((Moment.Near) moment).text()), anchors()));
    return offset.orElse(Duration.ZERO);
  }

  private Optional<Duration> resolve(Moment moment) {
    return switch (moment) {
      case Moment.Clock clock -> Optional.of(clock(clock.time()));
      case Moment.Near near -> near(near.text());
    };
  }

  /** The time of day nearest to the event: half a day and more before its start is the next day. */
  private Duration clock(LocalTime time) {
    Duration offset = Duration.between(starts, time);
    return offset.plus(HALF_DAY).isNegative() ? offset.plusDays(1) : offset;
  }

  private Optional<Duration> near(String text) {
    Optional<Duration> exactly = anchor(text);
    if (exactly.isPresent()) {
      return exactly;
    }
    Matcher matcher = OFFSET.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return anchor(matcher.group(1))
        .flatMap(
            anchor ->
                Durations.read(matcher.group(3))
                    .map(by -> matcher.group(2).equals("+") ? anchor.plus(by) : anchor.minus(by)));
  }

  private Optional<Duration> anchor(String name) {
    return switch (name) {
      case START, DOORS -> Optional.of(Duration.ZERO);
      case END -> Optional.of(length);
      default ->
          sessions.stream()
              .filter(session -> name.equals(session.id()))
              .map(SessionPlan::starts)
              .findFirst()
              .or(
                  () ->
                      sessions.stream()
                          .filter(session -> name.equals(session.id() + SESSION_END))
                          .map(SessionPlan::ends)
                          .findFirst());
    };
  }

  private List<String> anchors() {
    List<String> anchors = new ArrayList<>(List.of(START, END));
    sessions.forEach(session -> anchors.add(session.id()));
    return anchors;
  }

  private static String anchorOf(String text) {
    Matcher matcher = OFFSET.matcher(text);
    return matcher.matches() ? matcher.group(1) : text;
  }
}
