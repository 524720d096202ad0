package gameday.scenario.yaml;

import gameday.scenario.EventPlan;
import gameday.scenario.SessionPlan;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The section {@code event}. */
final class EventReading {
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Set<String> RESERVED = Set.of(Timeline.START, Timeline.DOORS, Timeline.END);

  private static final Setting<String> NAME =
      Setting.required("name", Kinds.TEXT.like("Horizon 2027"), "the event, as people call it");
  private static final Setting<LocalDate> DATE =
      Setting.required("date", Kinds.DATE, "the day of the event").or("2027-03-10");
  private static final Setting<LocalTime> STARTS =
      Setting.required(
          "starts", Kinds.TIME_OF_DAY, "when the doors open; questions arrive from here on");
  private static final Setting<Moment> ENDS =
      Setting.required("ends", Kinds.MOMENT.like("10:30"), "until when questions arrive");
  private static final Setting<String> CHANNEL =
      Setting.required("channel", Kinds.CHANNEL, "the event's own Slack channel, without '#'")
          .or("event-gameday");
  private static final Setting<String> URL =
      Setting.required("url", Kinds.URL, "the event's home page").or("https://event.example");
  private static final Setting<String> ID =
      Setting.required("id", Kinds.WORD, "short name, for use in times such as keynote-15m");
  private static final Setting<String> TITLE =
      Setting.required("title", Kinds.TEXT.like("Opening keynote"), "as the programme has it");
  private static final Setting<Moment> SESSION_STARTS =
      Setting.required("starts", Kinds.MOMENT.like("09:00"), "when the session starts");
  private static final Setting<Moment> SESSION_ENDS =
      Setting.required("ends", Kinds.MOMENT.like("09:45"), "when the session ends");

  private EventReading() {}

  static EventPlan read(Fields fields) {
    String name = fields.get(NAME);
    LocalDate date = fields.get(DATE);
    LocalTime starts = fields.get(STARTS);
    Timeline day = new Timeline(starts, Duration.ZERO, List.of());
    Duration length = day.at(fields, ENDS);
    fields.check(
        length.isPositive() && length.compareTo(LONGEST) <= 0,
        ENDS.key(),
        () ->
            "event ends "
                + Durations.write(length)
                + " after it starts; must be after it, by 7 days at most");
    return new EventPlan(
        name,
        fields.get(CHANNEL),
        fields.get(URL),
        date.atTime(starts),
        length,
        sessions(fields, new Timeline(starts, length, List.of())));
  }

  private static List<SessionPlan> sessions(Fields fields, Timeline day) {
    Set<String> ids = new HashSet<>(RESERVED);
    return fields
        .findSections(
            "sessions",
            "the programme",
            session -> {
              SessionPlan read = session(session, day);
              session.check(
                  ids.add(read.id()),
                  ID.key(),
                  () -> "id '" + read.id() + "' is taken; give each session its own");
              return read;
            })
        .orElse(List.of())
        .stream()
        .sorted(Comparator.comparing(SessionPlan::starts))
        .toList();
  }

  private static SessionPlan session(Fields fields, Timeline day) {
    SessionPlan session =
        new SessionPlan(
            fields.get(ID),
            fields.get(TITLE),
            day.at(fields, SESSION_STARTS),
            day.at(fields, SESSION_ENDS));
    fields.check(
        session.starts().compareTo(session.ends()) < 0,
        SESSION_ENDS.key(),
        () -> "session '" + session.id() + "' must end after it starts; correct starts or ends");
    return session;
  }
}
