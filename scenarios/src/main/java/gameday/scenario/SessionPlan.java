package gameday.scenario;

import java.time.Duration;

/**
 * A session of the event.
 *
 * @param id short name, unique, as in {@code keynote}
 * @param title as the programme has it
 * @param starts offset from the event's start; negative if before it
 * @param ends offset from the event's start, after {@code starts}
 */
public record SessionPlan(String id, String title, Duration starts, Duration ends) {}
