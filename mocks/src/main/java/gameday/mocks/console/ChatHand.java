package gameday.mocks.console;

import static gameday.mocks.chat.RequestJson.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.AgentDesk;
import gameday.mocks.chat.Transcript;
import gameday.mocks.chat.VisitorApi;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.chat.VisitorApi.VisitorCall;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import gameday.mocks.http.Service;
import gameday.mocks.modchat.ModChat;
import gameday.mocks.modchat.Role;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** A person's hand in a chat: visits, writes and acts as anybody there. */
final class ChatHand {
  private static final int MOST_SEEN = 1_000;
  private static final int MAX_TEXT = 40_000;

  private final AgentDesk desk;
  private final Service service;
  private final Function<ObjectNode, Optional<VisitorApi>> visitors;
  private final Function<Transcript, VisitorApi> door;
  private final Predicate<String> handOver;
  private final AtomicLong visits = new AtomicLong();

  private ChatHand(
      AgentDesk desk,
      Service service,
      Function<ObjectNode, Optional<VisitorApi>> visitors,
      Function<Transcript, VisitorApi> door,
      Predicate<String> handOver) {
    this.desk = desk;
    this.service = service;
    this.visitors = visitors;
    this.door = door;
    this.handOver = handOver;
  }

  static ChatHand in(HelpChat chat) {
    return new ChatHand(
        chat,
        chat,
        body -> Optional.of(chat.visitors()),
        transcript -> chat.visitors(),
        chat::handOver);
  }

  /** Who visits a Mod chat by hand is made a speaker of the session first. */
  static ChatHand in(ModChat chat) {
    return new ChatHand(
        chat,
        chat,
        body -> session(chat, body),
        transcript -> chat.members(transcript.place()),
        conversation -> false);
  }

  private static Optional<VisitorApi> session(ModChat chat, ObjectNode body) {
    return text(body, "session")
        .filter(id -> chat.sessions().stream().anyMatch(session -> session.id().equals(id)))
        .map(
            id -> {
              chat.addMember(id, text(body, "email").orElse(""), Role.SPEAKER);
              return chat.members(id);
            });
  }

  /** Somebody new asks: {@code name}, {@code email}, {@code text}; {@code session} in Mod chat. */
  Answer visit(ObjectNode body) {
    var email = text(body, "email").filter(it -> it.contains("@") && it.length() <= 255);
    var name = text(body, "name").filter(it -> !it.isBlank() && it.length() <= 255);
    var words = text(body, "text").filter(ChatHand::isText);
    var api = email.isEmpty() ? Optional.<VisitorApi>empty() : visitors.apply(body);
    if (name.isEmpty() || words.isEmpty() || api.isEmpty()) {
      return ConsoleApi.missing("name, email, text, and session in Mod chat");
    }
    var visitor = new Visitor("hand-" + visits.incrementAndGet(), name.get(), email.get());
    Map<String, String> known = new HashMap<>();
    for (var step : api.get().opening(visitor, words.get())) {
      var answer = made(step.call(known));
      if (answer.status() / 100 != 2) {
        return relayed(answer);
      }
      known.putAll(step.learn(new String(answer.body(), StandardCharsets.UTF_8)));
    }
    return ConsoleJson.done();
  }

  /**
   * Somebody writes: {@code conversation}, {@code text}, {@code as} (an agent's id, {@code visitor}
   * or {@code chatbot}), {@code note}.
   */
  Answer message(ObjectNode body) {
    var as = text(body, "as");
    var words = text(body, "text").filter(ChatHand::isText);
    var conversation = text(body, "conversation").flatMap(this::find);
    if (as.isEmpty() || words.isEmpty() || conversation.isEmpty()) {
      return ConsoleApi.missing(
          "conversation (one that is there), text, as (an agent's id, visitor or chatbot), note");
    }
    var id = conversation.get().conversation();
    return switch (as.get()) {
      case "visitor" -> visitorWrites(conversation.get(), words.get());
      case AgentDesk.CHATBOT ->
          ConsoleApi.carriedOut(
              () -> desk instanceof HelpChat chat && chat.chatbotReplies(id, words.get()));
      default -> {
        BiFunction<String, String, Boolean> verb =
            body.path("note").asBoolean()
                ? (agent, text) -> desk.note(id, agent, text)
                : (agent, text) -> desk.reply(id, agent, text);
        yield ConsoleApi.carriedOut(() -> verb.apply(as.get(), words.get()));
      }
    };
  }

  /** {@code conversation}, {@code action} (take, close or hand-over), {@code as}. */
  Answer act(ObjectNode body) {
    var id = text(body, "conversation").orElse("");
    var as = text(body, "as").orElse("");
    return switch (text(body, "action").orElse("").toLowerCase(Locale.ROOT)) {
      case "take" -> ConsoleApi.carriedOut(() -> desk.take(id, as));
      case "close" -> ConsoleApi.carriedOut(() -> desk.close(id, as));
      case "hand-over" -> ConsoleApi.carriedOut(() -> handOver.test(id));
      default -> ConsoleApi.missing("conversation, action (take, close or hand-over), as");
    };
  }

  private Answer visitorWrites(Transcript transcript, String words) {
    var visitor = new Visitor(transcript.visitorKey(), transcript.visitor(), transcript.email());
    var call = door.apply(transcript).message(visitor, transcript.conversation(), words);
    return relayed(made(call));
  }

  private Optional<Transcript> find(String conversation) {
    return desk.transcripts(MOST_SEEN).stream()
        .filter(transcript -> transcript.conversation().equals(conversation))
        .findFirst();
  }

  /** What a visitor's browser would send, without the way over the network. */
  private Answer made(VisitorCall call) {
    var path = call.path().substring(service.prefix().length());
    Map<String, List<String>> headers = new HashMap<>();
    call.headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
    var body = call.body().getBytes(StandardCharsets.UTF_8);
    return service.answer(new Call(call.method(), path, Map.of(), headers, body));
  }

  private static Answer relayed(Answer answer) {
    return answer.status() / 100 == 2
        ? ConsoleJson.done()
        : ConsoleJson.error(409, "refused", new String(answer.body(), StandardCharsets.UTF_8));
  }

  private static boolean isText(String text) {
    return !text.isBlank() && text.length() <= MAX_TEXT;
  }
}
