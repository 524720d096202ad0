package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.util.List;
import java.util.Optional;

/**
 * The visitor's side. How the real messenger talks to its server is not public; this is ours.
 * Nobody signs in: the id by which the website knows a visitor is the key to their conversations.
 */
final class MessengerApi {
  static final String PREFIX = "/messenger/";

  private final String home;
  private final Contacts contacts;
  private final Conversations conversations;
  private final Answers answers;

  MessengerApi(
      Workspace workspace, Contacts contacts, Conversations conversations, Answers answers) {
    this.home = PREFIX + workspace.id();
    this.contacts = contacts;
    this.conversations = conversations;
    this.answers = answers;
  }

  /** Method and path below the workspace, ids left out. */
  static String label(Call call) {
    int slash = call.path().indexOf('/', PREFIX.length());
    String rest = slash < 0 ? "/" : call.path().substring(slash);
    return call.method() + " messenger/" + Route.of(call.method(), rest).label();
  }

  Answer answer(Call call) {
    try {
      return answers.ok(result(call));
    } catch (Problem problem) {
      return answers.refused(problem);
    }
  }

  private JsonNode result(Call call) throws Problem {
    if (!call.path().startsWith(home + "/")) {
      throw Problem.notFound("Resource");
    }
    Route route = Route.of(call.method(), call.path().substring(home.length()));
    return switch (route.pattern()) {
      case "POST conversations" -> open(Fields.of(call));
      case "POST conversations/:id/reply" -> write(route.id(), Fields.of(call));
      case "GET conversations/:id" -> read(route.id(), call);
      default -> throw Problem.notFound("Resource");
    };
  }

  private JsonNode open(Fields fields) throws Problem {
    String key = key(fields);
    String name = fields.text("name").orElse("");
    String email = fields.text("email").orElse("");
    String page = fields.text("url").orElse("");
    Body body = fields.typed();
    return contacts
        .enter(Contacts.Profile.ofVisitor(key, name, email))
        .flatMap(it -> conversations.open(it, body, page))
        .map(it -> it.locked(MessengerApi::shown))
        .orElseThrow(() -> Problem.invalid("Too many conversations"));
  }

  private JsonNode write(String id, Fields fields) throws Problem {
    Conversation conversation = find(id, Optional.of(key(fields)));
    Body body = fields.typed();
    return conversation.locked(
        it -> {
          conversations
              .contactWrites(it, body)
              .orElseThrow(() -> Problem.invalid("Too many messages"));
          return shown(it);
        });
  }

  private JsonNode read(String id, Call call) throws Problem {
    return find(id, call.query().getOrDefault("user_id", List.of()).stream().findFirst())
        .locked(MessengerApi::shown);
  }

  private static String key(Fields fields) throws Problem {
    return fields.text("user_id").orElseThrow(() -> Problem.missing("user_id"));
  }

  private Conversation find(String id, Optional<String> key) throws Problem {
    return conversations
        .find(id)
        .filter(it -> it.source().contact().externalId().equals(key))
        .orElseThrow(() -> Problem.notFound("Resource"));
  }

  /** What a visitor sees: no notes, nobody's address. */
  private static ObjectNode shown(Conversation conversation) {
    ObjectNode json = RequestJson.object().put("id", conversation.id());
    json.put("state", conversation.state().word());
    var messages = json.putArray("messages");
    Conversation.Source source = conversation.source();
    messages.add(message(source.contact().author(), source.body()));
    conversation.parts().stream()
        .filter(Part::isPublic)
        .forEach(it -> messages.add(message(it.author(), it.body().orElseThrow())));
    return json;
  }

  private static ObjectNode message(Author author, Body body) {
    return RequestJson.object()
        .put("author", author.name())
        .put("type", author.type())
        .put("body", body.html());
  }
}
