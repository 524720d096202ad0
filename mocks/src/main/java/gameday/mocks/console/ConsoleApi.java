package gameday.mocks.console;

import static gameday.mocks.chat.RequestJson.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/** The calls that the page makes: one that reads everything, and one for each thing to do. */
final class ConsoleApi {
  private static final int MAX_TEXT = 40_000;

  private final Backstage backstage;
  private final ConsoleState state;
  private final ChatHand helpChat;
  private final ChatHand modChat;
  private final FaultHand faults;

  ConsoleApi(Backstage backstage) {
    this.backstage = backstage;
    this.state = new ConsoleState(backstage);
    this.helpChat = ChatHand.in(backstage.helpChat());
    this.modChat = ChatHand.in(backstage.modChat());
    this.faults = new FaultHand(backstage.faults());
  }

  Answer answer(Call call) {
    return switch (call.method() + " " + call.path()) {
      case "GET /api/state" -> state(call);
      case "POST /api/slack/message" -> with(call, this::post);
      case "POST /api/slack/reaction" -> with(call, this::react);
      case "POST /api/help-chat/visit" -> with(call, helpChat::visit);
      case "POST /api/help-chat/message" -> with(call, helpChat::message);
      case "POST /api/help-chat/action" -> with(call, helpChat::act);
      case "POST /api/mod-chat/visit" -> with(call, modChat::visit);
      case "POST /api/mod-chat/message" -> with(call, modChat::message);
      case "POST /api/mod-chat/action" -> with(call, modChat::act);
      case "GET /api/faults" -> Answer.json(200, faults.json().toString(), "ok");
      case "POST /api/faults/begin" -> with(call, faults::begin);
      case "POST /api/faults/end" -> with(call, faults::end);
      default -> ConsoleJson.error(404, "not_found", "see docs/mocks.md for the calls");
    };
  }

  private Answer state(Call call) {
    var json = RequestJson.bytes(state.json());
    var tag = '"' + digest(json) + '"';
    if (call.header("if-none-match").filter(tag::equals).isPresent()) {
      return Answer.json(304, "", "ok").with("ETag", tag);
    }
    return Answer.json(200, new String(json, StandardCharsets.UTF_8), "ok").with("ETag", tag);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 12);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** A person writes in Slack: {@code as}, {@code channel}, {@code text}, {@code thread}. */
  private Answer post(ObjectNode body) {
    var as = text(body, "as");
    var channel = text(body, "channel");
    var words = text(body, "text").filter(it -> !it.isBlank() && it.length() <= MAX_TEXT);
    if (as.isEmpty() || channel.isEmpty() || words.isEmpty()) {
      return missing("as, channel, text (40,000 characters at most), and thread for a reply");
    }
    return carriedOut(
        () ->
            backstage
                .slack()
                .post(as.get(), channel.get(), words.get(), text(body, "thread"))
                .isPresent());
  }

  /** A person reacts: {@code as}, {@code channel}, {@code ts}, {@code name}. */
  private Answer react(ObjectNode body) {
    var as = text(body, "as");
    var channel = text(body, "channel");
    var ts = text(body, "ts");
    var name = text(body, "name").filter(it -> it.matches("[a-z0-9_+'-]{1,100}"));
    if (as.isEmpty() || channel.isEmpty() || ts.isEmpty() || name.isEmpty()) {
      return missing("as, channel, ts, name (of a reaction, such as eyes)");
    }
    return carriedOut(() -> backstage.slack().react(as.get(), channel.get(), ts.get(), name.get()));
  }

  static Answer missing(String fields) {
    return ConsoleJson.error(422, "missing_fields", "send " + fields);
  }

  /** Something a person does; what makes no sense is refused with the reason. */
  interface Action {
    boolean done();
  }

  static Answer carriedOut(Action action) {
    try {
      return action.done()
          ? ConsoleJson.done()
          : ConsoleJson.error(409, "not_possible_now", "the product refuses it in this state");
    } catch (IllegalArgumentException | UnsupportedOperationException refused) {
      return ConsoleJson.error(409, "refused", String.valueOf(refused.getMessage()));
    }
  }

  private static Answer with(Call call, Function<ObjectNode, Answer> work) {
    Optional<ObjectNode> body = RequestJson.read(call.body());
    return body.map(work)
        .orElseGet(() -> ConsoleJson.error(400, "invalid_json", "send one JSON object"));
  }
}
