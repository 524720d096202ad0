package gameday.mocks.modchat;

import static gameday.mocks.chat.RequestJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a member's browser calls. */
final class MemberApi {
  private static final int MAX_FIELD = 255;

  private final Sessions sessions;
  private final ModChatDoor door;

  MemberApi(Sessions sessions, ModChatDoor door) {
    this.sessions = sessions;
    this.door = door;
  }

  Answer answer(Call call) {
    String[] parts = call.path().split("/", 6);
    boolean ours = parts.length == 5 && parts[1].equals("api") && parts[2].equals("sessions");
    Optional<Session> session = ours ? sessions.session(Paths.decoded(parts[3])) : Optional.empty();
    if (session.isEmpty()) {
      return Answers.error(404, "unknown_session");
    }
    return switch (call.method()) {
      case "POST" ->
          RequestJson.read(call.body())
              .map(body -> session.get().locked(() -> write(session.get(), body, call.body())))
              .orElseGet(() -> Answers.error(400, "invalid_json"));
      case "GET" -> session.get().locked(() -> read(session.get(), call));
      default -> Answers.error(405, "method_not_allowed");
    };
  }

  private Answer write(Session session, ObjectNode body, byte[] raw) {
    boolean texts =
        Stream.of("key", "email", "name", "text").allMatch(it -> text(body, it).isPresent())
            && RequestJson.isTextOrAbsent(body, "question")
            && Stream.of("key", "email", "name")
                .allMatch(it -> text(body, it).orElse("").length() <= MAX_FIELD);
    if (!texts || text(body, "key").filter(it -> !it.isBlank()).isEmpty()) {
      return Answers.error(422, "invalid_field");
    }
    String email = text(body, "email").orElse("");
    Optional<Role> role = session.role(email);
    if (role.isEmpty()) {
      door.refused(session.id(), email, true);
      return Answers.error(403, "not_a_member");
    }
    String message = text(body, "text").orElse("");
    if (!Sessions.isAcceptable(message)) {
      return Answers.error(422, "invalid_text");
    }
    Author author = new Author("member-" + email, text(body, "name").orElse(""), email, role.get());
    Optional<String> question = text(body, "question");
    // A browser that repeats its call, because the answer was lost, has asked once. Only for a
    // first message: further ones of the same visitor have the same key and may repeat words.
    return question.isPresent()
        ? followUp(session, question.get(), author, message)
        : session
            .remembered()
            .once(
                "member/" + text(body, "key").orElse(""),
                raw,
                () ->
                    created(sessions.ask(session, author, text(body, "key").orElse(""), message)));
  }

  private Answer followUp(Session session, String id, Author author, String text) {
    Question question = session.questions().get(id);
    return question == null
        ? Answers.error(404, "unknown_question")
        : created(sessions.followUp(session, question, author, text));
  }

  private static Answer created(Optional<Message> message) {
    return message
        .map(
            it ->
                Answers.of(
                    201, RequestJson.object().put("id", it.id()).put("question", it.question())))
        .orElseGet(() -> Answers.error(422, "too_many_messages"));
  }

  private Answer read(Session session, Call call) {
    String email = call.query().getOrDefault("email", List.of()).stream().findFirst().orElse("");
    if (session.role(email).isEmpty()) {
      door.refused(session.id(), email, false);
      return Answers.error(403, "not_a_member");
    }
    List<JsonNode> seen =
        session.messages().stream()
            .filter(it -> !it.note())
            .map(it -> (JsonNode) it.json().put("question", it.question()))
            .toList();
    return Answers.of(200, RequestJson.object().set("messages", RequestJson.tree(seen)));
  }
}
