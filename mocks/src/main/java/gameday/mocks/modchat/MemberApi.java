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
  private static final int MAX_SEEN = 1_000;

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
                    sessions
                        .ask(session, author, text(body, "key").orElse(""), message)
                        .map(MemberApi::created)
                        .orElseGet(MemberApi::tooMany));
  }

  private Answer followUp(Session session, String id, Author author, String text) {
    return sessions
        .question(id)
        .filter(it -> it.session() == session)
        .map(it -> sessions.followUp(it, author, text).map(MemberApi::created))
        // Nothing was written: there is no room, or it was forgotten just now.
        .map(it -> it.orElseGet(() -> refused(id)))
        .orElseGet(MemberApi::unknown);
  }

  private Answer refused(String question) {
    return sessions.question(question).isPresent() ? tooMany() : unknown();
  }

  private static Answer created(Message message) {
    return Answers.of(
        201, RequestJson.object().put("id", message.id()).put("question", message.question()));
  }

  private static Answer unknown() {
    return Answers.error(404, "unknown_question");
  }

  private static Answer tooMany() {
    return Answers.error(422, "too_many_messages");
  }

  private Answer read(Session session, Call call) {
    String email = call.query().getOrDefault("email", List.of()).stream().findFirst().orElse("");
    if (session.role(email).isEmpty()) {
      door.refused(session.id(), email, false);
      return Answers.error(403, "not_a_member");
    }
    List<Message> seen = session.messages().stream().filter(it -> !it.note()).toList();
    List<JsonNode> latest =
        seen.subList(Math.max(0, seen.size() - MAX_SEEN), seen.size()).stream()
            .map(it -> (JsonNode) it.json().put("question", it.question()))
            .toList();
    return Answers.of(200, RequestJson.object().set("messages", RequestJson.tree(latest)));
  }
}
