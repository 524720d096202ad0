package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the pipeline calls, with its access token. */
final class AccountApi {
  private static final List<String> PRIORITIES = List.of("low", "medium", "high", "urgent");

  private final Webhooks webhooks;
  private final Inbox inbox;
  private final Conversations conversations;
  private final ContactsApi contacts;
  private final ConversationList list;
  private final String token;

  AccountApi(
      Webhooks webhooks,
      Inbox inbox,
      Contacts contacts,
      Conversations conversations,
      String token) {
    this.webhooks = webhooks;
    this.inbox = inbox;
    this.conversations = conversations;
    this.contacts = new ContactsApi(inbox, contacts, conversations);
    this.list = new ConversationList(inbox, conversations);
    this.token = token;
  }

  Answer answer(Call call) {
    // Proxies drop header names with underscores, so clients also send it with hyphens.
    Optional<String> given =
        call.header("api_access_token").or(() -> call.header("api-access-token"));
    if (given.isEmpty()) {
      return Answers.signIn();
    }
    if (!MessageDigest.isEqual(utf8(given.get()), utf8(token))) {
      return Answers.invalidToken();
    }
    Route route = Route.of(call);
    if (route.pattern().equals("GET api/v1/profile")) {
      return Answers.ok(inbox.pipeline().json().put("account_id", inbox.account()));
    }
    if (!route.home().equals(Integer.toString(inbox.account()))) {
      return Answers.notFound();
    }
    return switch (route.pattern()) {
      case "GET conversations" -> list.answer(call);
      case "GET agents" -> Answers.ok(RequestJson.tree(inbox.agentsJson()));
      case "GET webhooks" -> Answers.ok(webhooks.json());
      case "GET inboxes" ->
          Answers.ok(
              RequestJson.object().set("payload", RequestJson.tree(List.of(inbox.wholeJson()))));
      default ->
          route.label().startsWith("contacts")
              ? contacts.answer(call, route)
              : ofConversation(call, route);
    };
  }

  private Answer ofConversation(Call call, Route route) {
    return switch (route.pattern()) {
      case "GET conversations/:id" -> read(route, it -> Answers.ok(it.json(inbox)));
      case "GET conversations/:id/messages" -> read(route, it -> list.messages(it, call));
      case "GET conversations/:id/labels" -> read(route, it -> Answers.ok(labels(it)));
      case "POST conversations/:id/messages" ->
          MessageForm.read(call)
              .map(form -> read(route, it -> message(it, form, call)))
              .orElseGet(Answers::badRequest);
      case "DELETE conversations/:id/messages/:id" ->
          read(route, it -> takeBack(it, route.parts().get(3)));
      case "POST conversations/:id/assignments" -> change(call, route, this::assign);
      case "POST conversations/:id/toggle_status" -> change(call, route, this::toggleStatus);
      case "POST conversations/:id/toggle_priority" -> change(call, route, this::togglePriority);
      case "POST conversations/:id/toggle_typing_status" -> change(call, route, this::typing);
      case "POST conversations/:id/labels" -> change(call, route, this::label);
      case "POST conversations/:id/custom_attributes" -> change(call, route, this::attributes);
      default -> Answers.notFound();
    };
  }

  private Answer message(Conversation conversation, MessageForm form, Call call) {
    return switch (Draft.ofPipeline(form, call)) {
      case Draft.Read.Wrong wrong -> Answers.unprocessable(wrong.why());
      case Draft.Read.Good good ->
          conversations
              .write(conversation, inbox.pipeline(), good.draft())
              .map(message -> Answers.ok(message.json(inbox)))
              .orElseGet(() -> Answers.refused(good.draft()));
    };
  }

  private Answer takeBack(Conversation conversation, String id) {
    return conversation.messages().stream()
        .filter(it -> Integer.toString(it.id()).equals(id))
        .findFirst()
        .map(
            message -> {
              conversations.takeBack(conversation, message);
              return Answers.ok(RequestJson.object());
            })
        .orElseGet(Answers::notFound);
  }

  // Like the product: an assignee that doesn't exist unassigns, and there are no teams here.
  private Answer assign(Conversation conversation, ObjectNode body) {
    JsonNode assignee = body.path("assignee_id");
    if (assignee.isMissingNode() && body.has("team_id")) {
      return Answers.ok(RequestJson.tree(null));
    }
    if (assignee.isMissingNode() || assignee.isContainerNode() || assignee.isBoolean()) {
      return Answers.unprocessable("assignee_id must be a number");
    }
    Optional<Person.User> next = inbox.user(assignee.asText());
    conversations.assign(conversation, next);
    return Answers.ok(RequestJson.tree(next.map(Person::json).orElse(null)));
  }

  private Answer toggleStatus(Conversation conversation, ObjectNode body) {
    Optional<Status> next =
        body.has("status")
            ? RequestJson.text(body, "status").flatMap(Status::of)
            : Optional.of(conversation.status() == Status.OPEN ? Status.RESOLVED : Status.OPEN);
    if (next.isEmpty()) {
      return Answers.unprocessable("status must be open, resolved, pending or snoozed");
    }
    Optional<Instant> until = Parameters.time(body.path("snoozed_until"));
    if (body.hasNonNull("snoozed_until") && until.isEmpty()) {
      return Answers.unprocessable("snoozed_until must be seconds since 1970 or an ISO 8601 time");
    }
    if (!conversations.setStatus(conversation, next.get())) {
      return Answers.notFound();
    }
    if (next.get() == Status.SNOOZED) {
      conversations.snooze(conversation, until);
    }
    ObjectNode json = RequestJson.object();
    json.putObject("meta");
    json.putObject("payload")
        .put("success", true)
        .put("current_status", conversation.status().word())
        .put("conversation_id", conversation.id())
        .put("snoozed_until", conversation.snoozedUntil().map(Instant::toString).orElse(null));
    return Answers.ok(json);
  }

  // Anything but on and off is let pass, as in the product.
  private Answer typing(Conversation conversation, ObjectNode body) {
    String status = body.path("typing_status").asText();
    if (status.equals("on") || status.equals("off")) {
      conversations.typing(
          conversation,
          inbox.pipeline(),
          status.equals("on"),
          body.path("is_private").asBoolean(false));
    }
    return Answers.done();
  }

  private Answer togglePriority(Conversation conversation, ObjectNode body) {
    Optional<String> next = RequestJson.text(body, "priority");
    boolean known =
        next.isEmpty() ? body.path("priority").isNull() : PRIORITIES.contains(next.get());
    if (!known) {
      return Answers.unprocessable("priority must be null or one of " + PRIORITIES);
    }
    conversations.prioritise(conversation, next);
    return Answers.ok(RequestJson.object());
  }

  private Answer label(Conversation conversation, ObjectNode body) {
    JsonNode labels = body.path("labels");
    boolean texts = labels.isArray() && labels.size() <= 100;
    for (JsonNode label : labels) {
      texts &= label.isTextual() && label.asText().length() <= 100;
    }
    if (!texts) {
      return Answers.unprocessable("labels must be an array of texts, 100 at most");
    }
    conversations.label(
        conversation, labels.valueStream().map(JsonNode::asText).distinct().toList());
    return Answers.ok(labels(conversation));
  }

  private Answer attributes(Conversation conversation, ObjectNode body) {
    if (!(body.path("custom_attributes") instanceof ObjectNode attributes)) {
      return Answers.unprocessable("custom_attributes must be an object");
    }
    conversations.setAttributes(conversation, attributes.deepCopy());
    return Answers.ok(
        RequestJson.object().set("custom_attributes", conversation.customAttributes().deepCopy()));
  }

  private static ObjectNode labels(Conversation conversation) {
    return RequestJson.object().set("payload", RequestJson.tree(conversation.labels()));
  }

  private Answer read(Route route, Function<Conversation, Answer> work) {
    return conversations
        .find(route.parts().get(1))
        .map(it -> it.locked(work))
        .orElseGet(Answers::notFound);
  }

  private Answer change(Call call, Route route, BiFunction<Conversation, ObjectNode, Answer> work) {
    return RequestJson.read(call.body())
        .map(body -> read(route, it -> work.apply(it, body)))
        .orElseGet(Answers::badRequest);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
