package gameday.mocks.helpchat.chatwoot;

import static gameday.mocks.chat.RequestJson.isTextOrAbsent;
import static gameday.mocks.chat.RequestJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a visitor's browser calls. Nobody signs in: the source id is the key to a visit. */
final class PublicApi {
  private static final int MAX_FIELD = 255;

  private final Inbox inbox;
  private final Conversations conversations;

  PublicApi(Inbox inbox, Conversations conversations) {
    this.inbox = inbox;
    this.conversations = conversations;
  }

  Answer answer(Call call) {
    Route route = Route.of(call);
    if (!route.home().equals(inbox.identifier())) {
      return Answers.notFound();
    }
    return switch (route.pattern()) {
      case "POST contacts" -> withBody(call, this::newContact);
      case "GET contacts/:id" -> withVisit(route, visit -> Answers.ok(contact(visit)));
      case "POST contacts/:id/conversations" ->
          withVisit(route, visit -> withBody(call, body -> newConversation(visit, body)));
      case "GET contacts/:id/conversations" -> withVisit(route, this::list);
      case "POST contacts/:id/conversations/:id/messages" ->
          withConversation(
              route, conversation -> withBody(call, body -> newMessage(conversation, body)));
      case "GET contacts/:id/conversations/:id/messages" ->
          withConversation(route, it -> Answers.ok(messages(it)));
      default -> Answers.notFound();
    };
  }

  private Answer newContact(ObjectNode body) {
    boolean wellTyped =
        Stream.of("source_id", "name", "email").allMatch(it -> isTextOrAbsent(body, it))
            && Stream.of("source_id", "name", "email")
                .allMatch(it -> text(body, it).orElse("").length() <= MAX_FIELD);
    if (!wellTyped) {
      return Answers.unprocessable("source_id, name and email must be texts, 255 at most");
    }
    String sourceId =
        text(body, "source_id").filter(it -> !it.isBlank()).orElseGet(inbox::newSourceId);
    return inbox
        .visit(
            sourceId,
            text(body, "name").orElse(""),
            text(body, "email").orElse(""),
            conversations.clock().instant())
        .map(visit -> Answers.ok(contact(visit)))
        .orElseGet(() -> Answers.unprocessable("Too many contacts"));
  }

  private Answer newConversation(Visit visit, ObjectNode body) {
    JsonNode attributes = body.path("custom_attributes");
    if (!attributes.isMissingNode() && !attributes.isObject()) {
      return Answers.unprocessable("custom_attributes must be an object");
    }
    ObjectNode given =
        attributes.isObject() ? (ObjectNode) attributes.deepCopy() : RequestJson.object();
    return conversations
        .open(visit, given)
        .map(it -> Answers.ok(it.locked(this::json)))
        .orElseGet(() -> Answers.unprocessable("Too many conversations"));
  }

  private Answer newMessage(Conversation conversation, ObjectNode body) {
    Optional<String> content = text(body, "content").filter(it -> !it.isBlank());
    if (content.isEmpty() || !isTextOrAbsent(body, "echo_id")) {
      return Answers.unprocessable("content must be a text that is not blank");
    }
    var draft =
        new Conversations.Draft(content.get(), false, RequestJson.object(), text(body, "echo_id"));
    return conversations
        .write(conversation, conversation.visit().contact(), draft)
        .map(message -> Answers.ok(json(message)))
        .orElseGet(() -> Answers.refused(draft));
  }

  private Answer list(Visit visit) {
    List<ObjectNode> mine =
        conversations.all().stream()
            .filter(it -> it.visit().equals(visit))
            .map(it -> it.locked(this::json))
            .toList();
    return Answers.ok(RequestJson.tree(mine));
  }

  private ObjectNode contact(Visit visit) {
    return RequestJson.object()
        .put("source_id", visit.sourceId())
        .put("pubsub_token", inbox.uuid("pubsub/" + visit.id()).replace("-", ""))
        .put("id", visit.contact().id())
        .put("name", visit.contact().name())
        .put("email", visit.contact().email())
        .putNull("phone_number");
  }

  private ObjectNode json(Conversation conversation) {
    ObjectNode json = RequestJson.object().put("id", conversation.id());
    json.put("uuid", inbox.uuid("conversation/" + conversation.id()));
    json.put("inbox_id", inbox.id()).put("status", conversation.status().word());
    json.put("contact_last_seen_at", 0).put("agent_last_seen_at", 0);
    json.set("messages", messages(conversation));
    json.set("contact", conversation.visit().contact().json());
    return json;
  }

  private ArrayNode messages(Conversation conversation) {
    return RequestJson.object()
        .putArray("messages")
        .addAll(conversation.publicMessages().stream().map(this::json).toList());
  }

  private ObjectNode json(Message message) {
    ObjectNode json = message.json(inbox);
    return json.without(List.of("private", "source_id", "account_id", "additional_attributes"));
  }

  private static Answer withBody(Call call, Function<ObjectNode, Answer> work) {
    return RequestJson.read(call.body()).map(work).orElseGet(Answers::badRequest);
  }

  private Answer withVisit(Route route, Function<Visit, Answer> work) {
    return inbox.visit(route.parts().get(1)).map(work).orElseGet(Answers::notFound);
  }

  private Answer withConversation(Route route, Function<Conversation, Answer> work) {
    return withVisit(
        route,
        visit ->
            conversations
                .find(route.parts().get(3))
                .filter(it -> it.visit().equals(visit))
                .map(it -> it.locked(work))
                .orElseGet(Answers::notFound));
  }
}
