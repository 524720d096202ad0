package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.faults.Trouble;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import gameday.mocks.http.ErrorPage;
import graphql.ExecutionResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** {@code POST /v1/graphql}: GraphQL over HTTP, with one operation a call. */
final class GraphqlApi {
  private final String key;
  private final GraphqlEngine engine;

  GraphqlApi(String key, Operations operations) {
    this.key = key;
    this.engine = new GraphqlEngine(operations);
  }

  /** The first field's name; {@code graphql} if it has none. */
  String label(Call call) {
    return RequestJson.read(call.body())
        .flatMap(it -> RequestJson.text(it, "query"))
        .map(engine::label)
        .orElse("graphql");
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
    Optional<Map<String, Object>> variables = variables(body.get().path("variables"));
    if (variables.isEmpty() || !RequestJson.isTextOrAbsent(body.get(), "operationName")) {
      return error(400, "variables must be an object and operationName a text, if given.");
    }
    return answer(
        engine.execute(
            query.get(), variables.get(), RequestJson.text(body.get(), "operationName")));
  }

  private static Answer answer(ExecutionResult result) {
    String json = RequestJson.tree(result.toSpecification()).toString();
    // Without data nothing was carried out: the document was no good.
    if (!result.isDataPresent()) {
      return Answer.json(400, json, "error-400");
    }
    return Answer.json(200, json, result.getErrors().isEmpty() ? "ok" : "graphql-error");
  }

  @SuppressWarnings("unchecked") // an object's names are texts
  private static Optional<Map<String, Object>> variables(JsonNode given) {
    if (given.isMissingNode() || given.isNull()) {
      return Optional.of(Map.of());
    }
    return given.isObject()
        ? Optional.of((Map<String, Object>) RequestJson.plain(given))
        : Optional.empty();
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
