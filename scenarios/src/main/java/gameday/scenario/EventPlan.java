package gameday.scenario;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The event.
 *
 * @param name as people call it
 * @param channel its Slack channel's name, without '#'
 * @param url its home page; session pages are {@code url/sessions/id}
 * @param starts wall-clock time of the start of what is rehearsed; event time zero
 * @param length how long questions arrive; positive
 * @param sessions in order of start
 */
public record EventPlan(
    String name,
    String channel,
    String url,
    LocalDateTime starts,
    Duration length,
    List<SessionPlan> sessions) {
  public EventPlan {
    sessions = List.copyOf(sessions);
  }

  /** The session with that id. */
  public Optional<SessionPlan> session(String id) {
    return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
  }
}
