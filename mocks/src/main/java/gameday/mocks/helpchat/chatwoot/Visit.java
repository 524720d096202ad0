package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.time.Instant;

/**
 * A contact's door into the inbox ({@code contact_inbox}): who knows its {@code source_id} sees its
 * conversations and no others.
 */
record Visit(int id, String sourceId, Person.Contact contact, Instant at) {
  ObjectNode json(Inbox inbox) {
    return RequestJson.object()
        .put("id", id)
        .put("contact_id", contact.id())
        .put("inbox_id", inbox.id())
        .put("source_id", sourceId)
        .put("created_at", at.toString())
        .put("updated_at", at.toString())
        .put("hmac_verified", false);
  }
}
