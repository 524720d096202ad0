package gameday.mocks.helpchat.intercom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static final long BEGIN = 1_000_000;

  private final Author grace = new Author("admin", "7", "Grace", "grace@example.org");
  private final Author fin = new Author("bot", "6", "Fin", "fin@example.org");
  private final Contact ada =
      new Contact(1, "c1", Optional.empty(), "user", "Ada", "", RequestJson.object(), at(BEGIN));
  private final Conversation conversation =
      new Conversation(new Conversation.Source(1, 1, ada, Body.ofText("Help"), "", at(BEGIN)));
  private final Assignee team = new Assignee.ToTeam(new Team(5, "Client team"));

  @Test
  void countsFromTheFirstMessageOn() {
    add(5, "comment", fin, "Have you tried?", Optional.empty());
    add(10, "assignment", fin, "", Optional.of(team));
    add(40, "assignment", grace, "", Optional.of(team));
    add(100, "comment", grace, "Let me look", Optional.empty());
    add(110, "note", grace, "/escalate", Optional.empty());
    add(200, "comment", ada.author(), "And?", Optional.empty());
    add(220, "comment", ada.author(), "Hello?", Optional.empty());
    add(290, "comment", grace, "Soon", Optional.empty());
    add(300, "close", grace, "", Optional.empty());
    add(400, "open", ada.author(), "Again", Optional.empty());
    add(450, "assignment", grace, "", Optional.of(team));
    add(460, "comment", grace, "There", Optional.empty());
    add(500, "close", fin, "", Optional.empty());

    assertEquals(
        RequestJson.read(
                """
                {"type": "conversation_statistics",
                 "time_to_assignment": 40, "time_to_admin_reply": 100,
                 "time_to_first_close": 300, "time_to_last_close": 500,
                 "median_time_to_reply": 90,
                 "first_contact_reply_at": 1000000, "first_assignment_at": 1000010,
                 "first_admin_reply_at": 1000100, "first_close_at": 1000300,
                 "last_assignment_at": 1000450, "last_assignment_admin_reply_at": 1000460,
                 "last_contact_reply_at": 1000400, "last_admin_reply_at": 1000460,
                 "last_close_at": 1000500, "last_closed_by_id": "6",
                 "count_reopens": 1, "count_assignments": 3, "count_conversation_parts": 13}
                """)
            .orElseThrow(),
        RequestJson.read(statistics().toString()).orElseThrow());
  }

  @Test
  void waitsWhileTheContactHadTheLastWord() {
    assertEquals(BEGIN, waitingSince());
    add(5, "comment", fin, "Have you tried?", Optional.empty());
    add(9, "note", grace, "aha", Optional.empty());
    assertEquals(BEGIN, waitingSince());
    add(10, "comment", grace, "Yes?", Optional.empty());
    assertEquals(0, waitingSince());
    add(20, "comment", ada.author(), "No sound", Optional.empty());
    add(30, "comment", ada.author(), "Hello?", Optional.empty());
    assertEquals(BEGIN + 20, waitingSince());
  }

  private ObjectNode statistics() {
    return Statistics.json(conversation);
  }

  private long waitingSince() {
    return ConversationJson.of(conversation).item().path("waiting_since").asLong();
  }

  private void add(
      long second, String type, Author author, String text, Optional<Assignee> assignee) {
    Optional<Body> body = text.isEmpty() ? Optional.empty() : Optional.of(Body.ofText(text));
    conversation.add(new Part(second, type, author, body, assignee, at(BEGIN + second)));
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }
}
