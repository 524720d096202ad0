package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.faults.Trouble;
import gameday.mocks.helpchat.smartloop.GraphqlDocument.Field;
import gameday.mocks.helpchat.smartloop.GraphqlDocument.SyntaxError;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import gameday.mocks.http.ErrorPage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@code POST /v1/graphql}, as the documentation listed it. */
final class GraphqlApi {
  private static final Set<String> MUTATIONS = Set.of("sendToUser", "startHandoff", "endHandoff");
  private static final Set<String> THREAD_LISTS =
      Set.of("openThreads", "closedThreads", "allThreads");
  private static final Set<String> OF_USER = Set.of("thread", "recentMessages", "isInHandoff");
  private static final int MAX_FIELDS = 20;
  private static final int PAGE = 25;

  private final String botId;
  private final String key;
  private final Threads threads;

  GraphqlApi(String botId, String key, Threads threads) {
    this.botId = botId;
    this.key = key;
    this.threads = threads;
  }

  /** The first field's name, if it is one of ours. */
  static String label(ObjectNode body) {
    try {
      List<Field> fields =
          GraphqlDocument.parse(body.path("query").asText(), body.path("variables")).fields();
      return fields.stream()
          .map(Field::name)
          .filter(GraphqlApi::isKnown)
          .findFirst()
          .orElse("graphql");
    } catch (SyntaxError e) {
      return "graphql";
    }
  }

  Answer answer(Call call) {
    if (!call.path().equals("/v1/graphql")) {
      return error(404, "Not found");
    }
    boolean signedIn =
        MessageDigest.isEqual(
            call.header("x-api-key").orElse("").getBytes(StandardCharsets.UTF_8),
            key.getBytes(StandardCharsets.UTF_8));
    if (!signedIn) {
      return error(401, "Unauthorized");
    }
    if (!call.method().equals("POST")) {
      return error(405, "Method not allowed");
    }
    Optional<ObjectNode> body = RequestJson.read(call.body());
    Optional<String> query = body.flatMap(it -> RequestJson.text(it, "query"));
    if (query.isEmpty()) {
      return error(400, "Must provide query string.");
    }
    try {
      GraphqlDocument document = GraphqlDocument.parse(query.get(), body.get().path("variables"));
      Optional<String> fault = fault(document);
      return fault.isPresent() ? error(400, fault.get()) : run(document);
    } catch (SyntaxError e) {
      return error(400, e.getMessage());
    }
  }

  private static boolean isKnown(String name) {
    return MUTATIONS.contains(name) || THREAD_LISTS.contains(name) || OF_USER.contains(name);
  }

  // Everything is looked at before anything is done: a document with a fault changes nothing.
  private static Optional<String> fault(GraphqlDocument document) {
    if (document.fields().isEmpty() || document.fields().size() > MAX_FIELDS) {
      return Optional.of("A document must have 1 to " + MAX_FIELDS + " fields.");
    }
    String type = document.mutation() ? "Mutation" : "Query";
    for (Field field : document.fields()) {
      if (!isKnown(field.name()) || MUTATIONS.contains(field.name()) != document.mutation()) {
        return Optional.of("Cannot query field \"" + field.name() + "\" on type \"" + type + "\".");
      }
      List<String> needed =
          THREAD_LISTS.contains(field.name()) ? List.of("botId") : List.of("botId", "userId");
      for (String argument : needed) {
        if (!field.arguments().path(argument).isTextual()) {
          return Optional.of(
              "Field \""
                  + field.name()
                  + "\" argument \""
                  + argument
                  + "\" of type \"ID!\" is required.");
        }
      }
    }
    return Optional.empty();
  }

  private Answer run(GraphqlDocument document) {
    ObjectNode answer = RequestJson.object();
    ObjectNode data = answer.putObject("data");
    ArrayNode errors = RequestJson.object().putArray("errors");
    for (Field field : document.fields()) {
      Result result = resolve(field);
      data.set(field.alias(), select(result.value(), field.selection()));
      result
          .error()
          .ifPresent(
              it -> errors.addObject().put("message", it).putArray("path").add(field.alias()));
    }
    if (errors.isEmpty()) {
      return Answer.json(200, answer.toString(), "ok");
    }
    answer.set("errors", errors);
    return Answer.json(200, answer.toString(), "graphql-error");
  }

  private record Result(JsonNode value, Optional<String> error) {
    static Result of(Object value) {
      return new Result(RequestJson.tree(value), Optional.empty());
    }

    static Result failed(String error) {
      return new Result(RequestJson.tree(null), Optional.of(error));
    }
  }

  private Result resolve(Field field) {
    if (!field.arguments().path("botId").asText().equals(botId)) {
      return Result.failed("Bot not found");
    }
    return switch (field.name()) {
      case "openThreads" -> list(field, ChatThread::isOpen);
      case "closedThreads" -> list(field, it -> !it.isOpen());
      case "allThreads" -> list(field, it -> true);
      default ->
          threads
              .find(field.arguments().path("userId").asText())
              .map(thread -> thread.locked(it -> ofThread(field, it)))
              .orElseGet(() -> Result.failed("Thread not found"));
    };
  }

  private Result ofThread(Field field, ChatThread thread) {
    return switch (field.name()) {
      case "thread" -> Result.of(thread.json());
      case "isInHandoff" -> Result.of(thread.inHandoff());
      case "startHandoff" -> Result.of(threads.handoff(thread, true, Author.api()));
      case "endHandoff" -> Result.of(threads.handoff(thread, false, Author.api()));
      case "recentMessages" -> {
        int size = thread.messages().size();
        int limit = limit(field.arguments(), size);
        yield Result.of(List.copyOf(thread.messages().subList(size - limit, size)));
      }
      case "sendToUser" -> sendToUser(field, thread);
      default -> throw new IllegalStateException("known but not handled: " + field.name());
    };
  }

  private Result sendToUser(Field field, ChatThread thread) {
    Optional<List<ObjectNode>> messages = OutgoingMessages.read(field.arguments().path("messages"));
    if (messages.isEmpty()) {
      return Result.failed("Variable \"messages\" is not a list of messages");
    }
    return threads.pipelineWrites(thread, messages.get())
        ? Result.of(true)
        : Result.failed("Too many messages");
  }

  private Result list(Field field, Predicate<ChatThread> wanted) {
    List<ObjectNode> found = new ArrayList<>();
    for (ChatThread thread : threads.all()) {
      thread.locked(it -> wanted.test(it) ? found.add(it.json()) : false);
    }
    int offset = Math.min(number(field.arguments(), "offset", 0), found.size());
    List<ObjectNode> rest = found.subList(offset, found.size());
    return Result.of(List.copyOf(rest.subList(0, limit(field.arguments(), rest.size()))));
  }

  private static int limit(ObjectNode arguments, int size) {
    return Math.min(number(arguments, "limit", PAGE), size);
  }

  private static int number(ObjectNode arguments, String name, int otherwise) {
    JsonNode value = arguments.path(name);
    return value.isInt() && value.asInt() >= 0 ? value.asInt() : otherwise;
  }

  // No selection gives everything; a field that is not there gives null.
  private static JsonNode select(JsonNode value, List<Field> selection) {
    if (selection.isEmpty()) {
      return value;
    }
    if (value.isArray()) {
      return RequestJson.tree(value.valueStream().map(it -> select(it, selection)).toList());
    }
    if (!value.isObject()) {
      return value;
    }
    ObjectNode selected = RequestJson.object();
    for (Field field : selection) {
      JsonNode part = value.get(field.name());
      selected.set(
          field.alias(), part == null ? RequestJson.tree(null) : select(part, field.selection()));
    }
    return selected;
  }

  /** What the API says when something is wrong with it: assumed, like all its errors. */
  static Answer troubled(Trouble trouble) {
    return switch (trouble) {
      case Trouble.Unavailable out -> error(503, "Service unavailable");
      case Trouble.Failed failed -> error(failed.status(), ErrorPage.reason(failed.status()));
      case Trouble.RateLimited limited ->
          error(429, "Too many requests").retryAfter(limited.retryAfterSeconds());
      case Trouble.Said said -> error(500, "Internal server error");
      case Trouble.TokenRevoked revoked -> error(401, "Unauthorized");
    };
  }

  private static Answer error(int status, String message) {
    ObjectNode json = RequestJson.object();
    json.putArray("errors").addObject().put("message", message);
    return Answer.json(status, json.toString(), "error-" + status);
  }
}
