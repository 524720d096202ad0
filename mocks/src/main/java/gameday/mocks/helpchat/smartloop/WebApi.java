package gameday.mocks.helpchat.smartloop;

import static gameday.mocks.chat.RequestJson.isTextOrAbsent;
import static gameday.mocks.chat.RequestJson.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The visitor's side. How the real web chat talked to its server is not documented. */
final class WebApi {
  private static final int MAX_FIELD = 255;

  private final String path;
  private final Threads threads;

  WebApi(String botId, Threads threads) {
    this.path = "/web/" + botId + "/messages";
    this.threads = threads;
  }

  Answer answer(Call call) {
    if (!call.path().equals(path)) {
      return error(404, "not found");
    }
    return switch (call.method()) {
      case "POST" ->
          RequestJson.read(call.body())
              .map(this::write)
              .orElseGet(() -> error(400, "the body must be a JSON object"));
      case "GET" -> read(call);
      default -> error(405, "method not allowed");
    };
  }

  private Answer write(ObjectNode body) {
    Optional<String> userId = text(body, "userId").filter(it -> !it.isBlank());
    Optional<String> text = text(body, "text").filter(Threads::isAcceptable);
    boolean fits =
        Stream.of("userId", "name", "email")
            .allMatch(
                it -> isTextOrAbsent(body, it) && text(body, it).orElse("").length() <= MAX_FIELD);
    if (userId.isEmpty() || text.isEmpty() || !fits) {
      return error(422, "userId and text must be texts, name and email too if given");
    }
    return threads
        .enter(userId.get(), text(body, "name").orElse(""), text(body, "email").orElse(""))
        .flatMap(thread -> thread.locked(it -> threads.visitorWrites(it, text.get())))
        .map(
            sent ->
                Answer.json(
                    201,
                    RequestJson.object()
                        .put("id", sent.path("id").asText())
                        .put("userId", userId.get())
                        .toString(),
                    "ok"))
        .orElseGet(() -> error(422, "too many messages"));
  }

  private Answer read(Call call) {
    return call.query().getOrDefault("userId", List.of()).stream()
        .findFirst()
        .flatMap(threads::find)
        .map(it -> it.locked(thread -> RequestJson.tree(thread.messages()).toString()))
        .map(it -> Answer.json(200, it, "ok"))
        .orElseGet(() -> error(404, "not found"));
  }

  private static Answer error(int status, String message) {
    return Answer.json(
        status, RequestJson.object().put("error", message).toString(), "error-" + status);
  }
}
