package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that was said or done in a conversation after its first message.
 *
 * @param type {@code comment}, {@code note}, {@code assignment}, {@code close}, {@code open}, …
 * @param assignee whom it assigned
 */
record Part(
    long id,
    String type,
    Author author,
    Optional<Body> body,
    Optional<Assignee> assignee,
    Instant at) {
  /** The type of a change of {@code custom_attributes}. */
  static final String ATTRIBUTE = "conversation_attribute_updated_by_admin";

  /** Whether a visitor sees its body. */
  boolean isPublic() {
    return body.isPresent() && !type.equals("note");
  }

  /** Whether an admin wrote to the visitor. */
  boolean isAdminReply() {
    return isPublic() && author.isAdmin();
  }

  boolean isAssignment() {
    return assignee.isPresent();
  }

  boolean isByContact() {
    return author.isContact();
  }

  /** Whether the chatbot said or did it. */
  boolean isByChatbot() {
    return author.type().equals("bot") && !type.equals(ATTRIBUTE);
  }

  boolean reopens() {
    return type.equals("open") || type.equals("assign_and_reopen");
  }

  ObjectNode json(boolean plaintext) {
    ObjectNode json = RequestJson.object().put("type", "conversation_part");
    json.put("id", Long.toString(id)).put("part_type", type);
    json.put("body", body.map(it -> plaintext ? it.text() : it.html()).orElse(null));
    json.put("created_at", at.getEpochSecond()).put("updated_at", at.getEpochSecond());
    json.put("notified_at", at.getEpochSecond());
    json.set("assigned_to", assignee.<ObjectNode>map(Assignee::json).orElse(null));
    json.set("author", author.json());
    json.putArray("attachments");
    return json.putNull("external_id").put("redacted", false);
  }
}
