package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as stored.
 *
 * @param conversation the number of its conversation
 * @param sender who wrote it; nobody if it only says what happened
 * @param content empty if it has only files
 * @param isPrivate whether only agents see it
 * @param attributes {@code content_attributes}, whatever its author put there
 * @param echoId {@code echo_id} of the request, if it had one
 */
record Message(
    int id,
    int conversation,
    Optional<Person> sender,
    String content,
    boolean isPrivate,
    ObjectNode attributes,
    Optional<String> echoId,
    List<Attachment> attachments,
    Instant at) {

  private enum Type {
    INCOMING,
    OUTGOING,
    ACTIVITY
  }

  private Type type() {
    if (sender.isEmpty()) {
      return Type.ACTIVITY;
    }
    return sender.get() instanceof Person.Contact ? Type.INCOMING : Type.OUTGOING;
  }

  boolean isIncoming() {
    return type() == Type.INCOMING;
  }

  /** Whether the visitor sees it, and events show it as a conversation's last one. */
  boolean isPublic() {
    return !isPrivate && type() != Type.ACTIVITY;
  }

  boolean isBy(Person person) {
    return sender.filter(person::equals).isPresent();
  }

  /** What it says: its content, or else where its first file is. */
  String words() {
    return content.isEmpty() && !attachments.isEmpty() ? attachments.getFirst().dataUrl() : content;
  }

  /** What is left once its author took it back. */
  Message takenBack() {
    return new Message(
        id,
        conversation,
        sender,
        "This message was deleted",
        isPrivate,
        RequestJson.object().put("deleted", true),
        echoId,
        List.of(),
        at);
  }

  /** As the API and a conversation's {@code messages} show it: numbers for type and time. */
  ObjectNode json(Inbox inbox) {
    ObjectNode json = common(inbox);
    json.put("inbox_id", inbox.id());
    json.put("account_id", inbox.account());
    json.put("conversation_id", conversation);
    json.put("message_type", type().ordinal());
    json.put("created_at", at.getEpochSecond());
    json.put("status", "sent");
    sender.ifPresent(it -> json.set("sender", it.json()));
    return json;
  }

  /** The head of a message event: words for type and time. */
  ObjectNode eventJson(Inbox inbox) {
    ObjectNode json = common(inbox);
    json.put("message_type", isIncoming() ? "incoming" : "outgoing");
    json.put("created_at", at.toString());
    sender.ifPresent(it -> json.set("sender", it.eventJson()));
    return json;
  }

  private ObjectNode common(Inbox inbox) {
    ObjectNode json = RequestJson.object().put("id", id);
    json.put("content", content.isEmpty() ? null : content);
    json.put("content_type", "text").put("private", isPrivate).putNull("source_id");
    json.set("content_attributes", attributes.deepCopy());
    json.putObject("additional_attributes");
    echoId.ifPresent(it -> json.put("echo_id", it));
    if (!attachments.isEmpty()) {
      json.putArray("attachments")
          .addAll(attachments.stream().map(it -> it.json(id, inbox.account())).toList());
    }
    return json;
  }
}
