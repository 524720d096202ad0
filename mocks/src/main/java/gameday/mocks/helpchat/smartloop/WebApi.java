package gameday.mocks.helpchat.smartloop;

import static gameday.mocks.chat.RequestJson.isTextOrAbsent;
import static gameday.mocks.chat.RequestJson.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The visitor's side. How the real web chat talked to its server is not documented. */
final class WebApi {
  private static final int MAX_FIELD = 255;
  private static final int MAX_ADDRESS = 2_000;
  private static final int MAX_SEEN = 100;

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
    Optional<ObjectNode> message = message(body);
    boolean fits =
        Stream.of("userId", "name", "email", "page")
            .allMatch(
                it -> isTextOrAbsent(body, it) && text(body, it).orElse("").length() <= MAX_FIELD);
    if (userId.isEmpty() || message.isEmpty() || !fits) {
      return error(
          422, "userId, and text or image, must be texts; name, email and page too, if given");
    }
    Visitor visitor =
        new Visitor(
            userId.get(),
            text(body, "name").orElse(""),
            text(body, "email").orElse(""),
            text(body, "page").orElse(""));
    return threads
        .visitorWrites(visitor, List.of(message.get()))
        .map(
            sent ->
                Answer.json(
                    201,
                    RequestJson.object()
                        .put("id", sent.id())
                        .put("userId", userId.get())
                        .toString(),
                    "ok"))
        .orElseGet(() -> error(422, "too many messages"));
  }

  /** A text, or the address of an image; not both. */
  private static Optional<ObjectNode> message(ObjectNode body) {
    if (body.has("text") == body.has("image")) {
      return Optional.empty();
    }
    return text(body, "text")
        .filter(Messages::isAcceptable)
        .map(Messages::text)
        .or(() -> text(body, "image").filter(WebApi::isAddress).map(Messages::image));
  }

  private static boolean isAddress(String image) {
    return image.length() <= MAX_ADDRESS && image.matches("https?://\\S+");
  }

  private Answer read(Call call) {
    return call.query().getOrDefault("userId", List.of()).stream()
        .findFirst()
        .flatMap(threads::find)
        .map(it -> it.locked(ChatThread::view).messages())
        .map(it -> it.subList(Math.max(0, it.size() - MAX_SEEN), it.size()))
        .map(it -> RequestJson.tree(it.stream().map(Sent::json).toList()).toString())
        .map(it -> Answer.json(200, it, "ok"))
        .orElseGet(() -> error(404, "not found"));
  }

  static Answer error(int status, String message) {
    return Answer.json(
        status, RequestJson.object().put("error", message).toString(), "error-" + status);
  }
}
