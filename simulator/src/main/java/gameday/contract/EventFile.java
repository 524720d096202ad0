package gameday.contract;

import gameday.process.EscalationProcess;
import gameday.process.Mention;
import gameday.process.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a pipeline must know about the event; the JSON file that {@link
 * PipelineVariable#GAMEDAY_EVENT} names.
 *
 * @param event the event itself
 * @param sessions its sessions
 * @param process what it has settled about escalating
 * @param mention whom an escalation's greeting mentions
 * @param techSupportGroup id of Tech Support's Slack user group, such as {@code S0123}
 * @param staff who answers
 */
public record EventFile(
    Event event,
    List<Session> sessions,
    EscalationProcess process,
    Mention mention,
    String techSupportGroup,
    List<Member> staff) {
  public EventFile {
    sessions = List.copyOf(sessions);
    staff = List.copyOf(staff);
  }

  /** The event: its name, home page, and Slack channel's name without '#'. */
  public record Event(String name, String url, String channel) {}

  /** A session and its page. */
  public record Session(String id, String title, String url) {}

  /**
   * Somebody who answers.
   *
   * @param id the id in the roster, such as {@code csm-2}
   * @param role {@code CLIENT_TEAM}, {@code CSM} or {@code TECH_SUPPORT}
   * @param slackId user id in Slack, if they are there
   * @param helpChatId agent id in the help chat, if they are there
   * @param slackAccepted whether they have accepted their invitation to Slack; who has not can't
   *     write there
   * @param helpChatAccepted likewise, to the help chat; true where they don't work there
   */
  public record Member(
      String id,
      String name,
      String email,
      Tier role,
      Optional<String> slackId,
      Optional<String> helpChatId,
      boolean slackAccepted,
      boolean helpChatAccepted) {
    public Member {
      if (role == Tier.CHATBOT) {
        throw new IllegalArgumentException("a chatbot is not a member of the staff: " + id);
      }
    }

    /** Somebody who has accepted every invitation. */
    public Member(
        String id,
        String name,
        String email,
        Tier role,
        Optional<String> slackId,
        Optional<String> helpChatId) {
      this(id, name, email, role, slackId, helpChatId, true, true);
    }
  }

  /** As JSON text. */
  public String toJson() {
    return EventFileJson.write(this);
  }

  /**
   * From JSON text.
   *
   * @throws InvalidEventFile with all faults at once
   */
  public static EventFile fromJson(String json) throws InvalidEventFile {
    return EventFileJson.read(json);
  }

  /** Writes it to {@code path}. */
  public void write(Path path) throws IOException {
    Files.writeString(path, toJson());
  }

  /**
   * Reads it from {@code path}.
   *
   * @throws InvalidEventFile with all faults at once
   */
  public static EventFile read(Path path) throws IOException, InvalidEventFile {
    return fromJson(Files.readString(path));
  }
}
