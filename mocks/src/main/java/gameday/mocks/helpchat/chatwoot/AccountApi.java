package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the pipeline calls, with its access token. */
final class AccountApi {
  private static final List<String> PRIORITIES = List.of("low", "medium", "high", "urgent");

  private final Inbox inbox;
  private final Conversations conversations;
  private final ConversationList list;
  private final String token;

  AccountApi(Inbox inbox, Conversations conversations, String token) {
    this.inbox = inbox;
    this.conversations = conversations;
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
    return route.pattern().equals("GET conversations")
        ? list.answer(call)
        : ofConversation(call, route);
  }

  private Answer ofConversation(Call call, Route route) {
    return switch (route.pattern()) {
      case "GET conversations/:id" -> read(route, it -> Answers.ok(it.json(inbox)));
      case "GET conversations/:id/messages" -> read(route, it -> list.messages(it, call));
      case "GET conversations/:id/labels" -> read(route, it -> Answers.ok(labels(it)));
      case "POST conversations/:id/messages" -> change(call, route, this::message);
      case "DELETE conversations/:id/messages/:id" ->
          read(route, it -> takeBack(it, route.parts().get(3)));
      case "POST conversations/:id/assignments" -> change(call, route, this::assign);
      case "POST conversations/:id/toggle_status" -> change(call, route, this::toggleStatus);
      case "POST conversations/:id/toggle_priority" -> change(call, route, this::togglePriority);
      case "POST conversations/:id/labels" -> change(call, route, this::label);
      case "POST conversations/:id/custom_attributes" -> change(call, route, this::attributes);
      default -> Answers.notFound();
    };
  }

  private Answer message(Conversation conversation, ObjectNode body) {
    Optional<String> content = RequestJson.text(body, "content").filter(it -> !it.isBlank());
    JsonNode isPrivate = body.path("private");
    JsonNode attributes = body.path("content_attributes");
    if (content.isEmpty()) {
      return Answers.unprocessable("content must be a text that is not blank");
    }
    if (!body.path("message_type").asText("outgoing").equals("outgoing")
        || !body.path("content_type").asText("text").equals("text")) {
      return Answers.unprocessable("message_type must be outgoing and content_type text");
    }
    boolean wellTyped =
        (isPrivate.isMissingNode() || isPrivate.isBoolean())
            && (attributes.isMissingNode() || attributes.isObject())
            && RequestJson.isTextOrAbsent(body, "echo_id");
    if (!wellTyped) {
      return Answers.unprocessable("private, content_attributes or echo_id has a wrong type");
    }
    var draft =
        new Conversations.Draft(
            content.get(),
            isPrivate.asBoolean(false),
            attributes.isObject() ? (ObjectNode) attributes.deepCopy() : RequestJson.object(),
            RequestJson.text(body, "echo_id"));
    return conversations
        .write(conversation, inbox.pipeline(), draft)
        .map(message -> Answers.ok(message.json(inbox)))
        .orElseGet(() -> Answers.refused(draft));
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
    Optional<Person> next = inbox.user(assignee.asText());
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
    conversations.setStatus(conversation, next.get());
    ObjectNode json = RequestJson.object();
    json.putObject("meta");
    json.putObject("payload")
        .put("success", true)
        .put("current_status", conversation.status().word())
        .put("conversation_id", conversation.id())
        .putNull("snoozed_until");
    return Answers.ok(json);
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

  private Answer read(Route route, java.util.function.Function<Conversation, Answer> work) {
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
