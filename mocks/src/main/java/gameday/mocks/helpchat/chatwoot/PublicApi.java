package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a visitor's browser calls. Nobody signs in: the source id is the key to a visit. */
final class PublicApi {
  private static final int MAX_FIELD = 255;
  private static final int PAGE = 20;

  private final Inbox inbox;
  private final Contacts contacts;
  private final Conversations conversations;

  PublicApi(Inbox inbox, Contacts contacts, Conversations conversations) {
    this.inbox = inbox;
    this.contacts = contacts;
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
      case "PATCH contacts/:id" ->
          withVisit(route, visit -> withBody(call, body -> update(visit, body)));
      case "POST contacts/:id/conversations" ->
          withVisit(route, visit -> withBody(call, body -> newConversation(visit, body)));
      case "GET contacts/:id/conversations" -> withVisit(route, this::list);
      case "GET contacts/:id/conversations/:id" ->
          withConversation(route, it -> Answers.ok(json(it)));
      case "POST contacts/:id/conversations/:id/toggle_typing" ->
          withConversation(route, it -> withBody(call, body -> typing(it, body)));
      case "POST contacts/:id/conversations/:id/messages" ->
          withConversation(route, conversation -> newMessage(conversation, call));
      case "GET contacts/:id/conversations/:id/messages" ->
          withConversation(route, it -> Answers.ok(page(it, call)));
      default -> Answers.notFound();
    };
  }

  private Answer newContact(ObjectNode body) {
    Optional<ContactDetails> details = ContactDetails.unknown().with(body);
    boolean fits =
        RequestJson.isTextOrAbsent(body, "source_id")
            && RequestJson.text(body, "source_id").orElse("").length() <= MAX_FIELD;
    if (!fits || details.isEmpty()) {
      return Answers.unprocessable("a field is too long or of a wrong type");
    }
    String sourceId =
        RequestJson.text(body, "source_id")
            .filter(it -> !it.isBlank())
            .orElseGet(inbox::newSourceId);
    return contacts
        .enter(sourceId, details.get())
        .map(visit -> Answers.ok(contact(visit)))
        .orElseGet(() -> Answers.unprocessable("Too many contacts"));
  }

  private Answer update(Visit visit, ObjectNode body) {
    Optional<ContactDetails> details = visit.contact().details().with(body);
    if (details.isEmpty()) {
      return Answers.unprocessable("a field is too long or of a wrong type");
    }
    return contacts.update(visit.contact(), details.get())
        ? Answers.ok(contact(visit))
        : Answers.emailTaken();
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

  private Answer newMessage(Conversation conversation, Call call) {
    Optional<MessageForm> form = MessageForm.read(call);
    if (form.isEmpty()) {
      return Answers.badRequest();
    }
    Optional<Draft> draft = Draft.ofVisitor(form.get(), call);
    if (draft.isEmpty()) {
      return Answers.unprocessable("content must be a text that is not blank");
    }
    return conversations
        .write(conversation, conversation.visit().contact(), draft.get())
        .map(message -> Answers.ok(json(message)))
        .orElseGet(() -> refused(conversation, draft.get()));
  }

  private Answer refused(Conversation conversation, Draft draft) {
    boolean there = conversations.find(Integer.toString(conversation.id())).isPresent();
    return there ? Answers.refused(draft) : Answers.notFound();
  }

  // Anything but on and off is let pass, as in the product.
  private Answer typing(Conversation conversation, ObjectNode body) {
    String status = body.path("typing_status").asText();
    if (status.equals("on") || status.equals("off")) {
      conversations.typing(
          conversation, conversation.visit().contact(), status.equals("on"), false);
    }
    return Answers.done();
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
    ContactDetails details = visit.contact().details();
    return RequestJson.object()
        .put("source_id", visit.sourceId())
        .put("pubsub_token", inbox.uuid("pubsub/" + visit.id()).replace("-", ""))
        .put("id", visit.contact().id())
        .put("name", details.name())
        .put("email", details.email())
        .put("phone_number", details.phoneNumber().isEmpty() ? null : details.phoneNumber());
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
    return json(conversation.publicMessages());
  }

  /** The latest ones, or those before an id. */
  private ArrayNode page(Conversation conversation, Call call) {
    long before = Parameters.number(call, "before").orElse(Long.MAX_VALUE);
    List<Message> older =
        conversation.publicMessages().stream().filter(it -> it.id() < before).toList();
    return json(older.subList(Math.max(0, older.size() - PAGE), older.size()));
  }

  private ArrayNode json(List<Message> messages) {
    return RequestJson.object()
        .putArray("messages")
        .addAll(messages.stream().map(this::json).toList());
  }

  private ObjectNode json(Message message) {
    ObjectNode json = message.json(inbox);
    return json.without(List.of("private", "source_id", "account_id", "additional_attributes"));
  }

  private static Answer withBody(Call call, Function<ObjectNode, Answer> work) {
    return RequestJson.read(call.body()).map(work).orElseGet(Answers::badRequest);
  }

  private Answer withVisit(Route route, Function<Visit, Answer> work) {
    return contacts.visit(route.parts().get(1)).map(work).orElseGet(Answers::notFound);
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
