package gameday.mocks.modchat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;

/** What the pipeline calls, with its bearer token. */
final class PipelineApi {
  private static final Author PIPELINE =
      new Author("pipeline", "Escalation pipeline", "", Role.PIPELINE);
  private static final int MAX_KEY = 255;
  private static final int MAX_MEMBERS = 100_000;

  private final Sessions sessions;
  private final String token;
  private final ModChatDoor door;

  PipelineApi(Sessions sessions, String token, ModChatDoor door) {
    this.sessions = sessions;
    this.token = token;
    this.door = door;
  }

  Answer answer(Call call) {
    boolean signedIn =
        MessageDigest.isEqual(
            call.header("authorization").orElse("").getBytes(StandardCharsets.UTF_8),
            ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    if (!signedIn) {
      return Answers.error(401, "unauthorized");
    }
    String[] parts = call.path().split("/", 6);
    if (parts.length != 5 || !parts[1].equals("api")) {
      return Answers.error(404, "not_found");
    }
    String id = Paths.decoded(parts[3]);
    return switch (call.method() + " " + parts[2] + " " + parts[4]) {
      case "POST questions notes" -> write(call, id, true);
      case "POST questions replies" -> write(call, id, false);
      case "POST sessions grants" -> once(call, sessions.session(id), this::grant);
      default -> Answers.error(404, "not_found");
    };
  }

  private interface Work {
    Answer on(Session session, ObjectNode body);
  }

  private static Answer once(Call call, Optional<Session> session, Work work) {
    if (session.isEmpty()) {
      boolean question = call.path().startsWith("/api/questions/");
      return Answers.error(404, question ? "unknown_question" : "unknown_session");
    }
    Optional<ObjectNode> body = RequestJson.read(call.body());
    if (body.isEmpty()) {
      return Answers.error(400, "invalid_json");
    }
    Optional<String> key = call.header("idempotency-key");
    if (key.filter(it -> it.isBlank() || it.length() > MAX_KEY).isPresent()) {
      return Answers.error(422, "invalid_idempotency_key");
    }
    Session found = session.get();
    Function<String, Answer> keyed =
        it ->
            found
                .remembered()
                .once(call.path() + " " + it, call.body(), () -> work.on(found, body.get()));
    return found.locked(() -> key.map(keyed).orElseGet(() -> work.on(found, body.get())));
  }

  private Answer write(Call call, String id, boolean note) {
    Optional<Question> question = sessions.question(id);
    return once(
        call,
        question.map(Question::session),
        (session, body) -> write(question.get(), body, note));
  }

  private Answer write(Question question, ObjectNode body, boolean note) {
    Optional<String> text = RequestJson.text(body, "text").filter(Sessions::isAcceptable);
    if (text.isEmpty()) {
      return Answers.error(422, "invalid_text");
    }
    return sessions
        .write(question, PIPELINE, text.get(), note)
        .map(it -> Answers.of(201, RequestJson.object().put("id", it.id())))
        .orElseGet(() -> Answers.error(422, "too_many_messages"));
  }

  private Answer grant(Session session, ObjectNode body) {
    Optional<String> email = RequestJson.text(body, "email").filter(it -> it.contains("@"));
    Optional<String> by = RequestJson.text(body, "by");
    if (email.isEmpty() || by.isEmpty() || email.get().length() > MAX_KEY) {
      return Answers.error(422, "invalid_field");
    }
    if (!sessions.isAgent(by.get())) {
      return Answers.error(403, "not_client_team");
    }
    if (session.memberCount() >= MAX_MEMBERS) {
      return Answers.error(422, "too_many_members");
    }
    // Who is a member already keeps the role they have.
    if (session.role(email.get()).isEmpty()) {
      session.admit(email.get(), Role.GRANTED);
      door.granted(session.id(), email.get());
    }
    ObjectNode answer = RequestJson.object().put("email", email.get());
    return Answers.of(
        201, answer.put("role", session.role(email.get()).map(Role::word).orElse("")));
  }
}
