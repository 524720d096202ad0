package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.time.Instant;
import java.util.Optional;

/**
 * A message as stored.
 *
 * @param conversation the number of its conversation
 * @param isPrivate whether only agents see it
 * @param attributes {@code content_attributes}, whatever its author put there
 * @param echoId {@code echo_id} of the request, if it had one
 */
record Message(
    int id,
    int conversation,
    Person sender,
    String content,
    boolean isPrivate,
    ObjectNode attributes,
    Optional<String> echoId,
    Instant at) {

  boolean isIncoming() {
    return sender.kind() == Person.Kind.CONTACT;
  }

  /** As the API and a conversation's {@code messages} show it: numbers for type and time. */
  ObjectNode json(Inbox inbox) {
    ObjectNode json = common();
    json.put("inbox_id", inbox.id());
    json.put("account_id", inbox.account());
    json.put("conversation_id", conversation);
    json.put("message_type", isIncoming() ? 0 : 1);
    json.put("created_at", at.getEpochSecond());
    json.put("status", "sent");
    json.set("sender", sender.json());
    return json;
  }

  /** The head of a message event: words for type and time. */
  ObjectNode eventJson() {
    ObjectNode json = common();
    json.put("message_type", isIncoming() ? "incoming" : "outgoing");
    json.put("created_at", at.toString());
    json.set("sender", sender.json());
    return json;
  }

  private ObjectNode common() {
    ObjectNode json = RequestJson.object().put("id", id).put("content", content);
    json.put("content_type", "text").put("private", isPrivate).putNull("source_id");
    json.set("content_attributes", attributes.deepCopy());
    json.putObject("additional_attributes");
    echoId.ifPresent(it -> json.put("echo_id", it));
    return json;
  }
}
