package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import gameday.mocks.slack.Reply;
import gameday.mocks.slack.SlackPath;
import gameday.mocks.slack.WorkspaceAccess;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where an app answers an interaction: each URL five times within 30 minutes of event time. Only
 * the newest 10,000 are known; an older one counts as expired. Safe for use by many threads.
 */
final class ResponseUrls {
  private static final int MOST = 10_000;
  private static final int MOST_USES = 5;
  private static final Duration GOOD_FOR = Duration.ofMinutes(30);
  private static final long FIRST = 2_000_000_000_000L;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final String teamId;
  private final WorkspaceAccess workspace;
  private final Supplier<URI> slack;
  private final Secrets secrets;
  private final Timing timing;

  /** By path. */
  private final Map<String, ResponseUrl> issued = new LinkedHashMap<>();

  private long count;

  ResponseUrls(
      String teamId,
      WorkspaceAccess workspace,
      Supplier<URI> slack,
      Secrets secrets,
      Timing timing) {
    this.teamId = teamId;
    this.workspace = workspace;
    this.slack = slack;
    this.secrets = secrets;
    this.timing = timing;
  }

  /** A new one for what this person did here; {@code original} is the message they did it to. */
  synchronized String issue(
      Kind kind, String userId, String channelId, Optional<Original> original) {
    var secret = secrets.next("response_url");
    var path = kind.start + teamId + "/" + (FIRST + count++) + "/" + secret;
    Bounds.drop(issued, MOST - 1);
    issued.put(path, new ResponseUrl(userId, channelId, original, timing.now()));
    return slack.get() + path;
  }

  /** What answers at them. */
  List<SlackPath> paths() {
    return List.of(new At(Kind.ACTIONS), new At(Kind.COMMANDS), new At(Kind.SHORTCUTS));
  }

  private Answer answer(Call call) {
    var url = find(call.path());
    if (url.isEmpty()) {
      return refused(NOT_FOUND, "expired_url");
    }
    // One use after the other, so that none of the five is used twice.
    synchronized (url.get()) {
      return answer(url.get(), call);
    }
  }

  private Answer answer(ResponseUrl url, Call call) {
    if (timing.passedInEvent(url.issuedNanos, GOOD_FOR)) {
      return refused(NOT_FOUND, "expired_url");
    }
    if (url.uses >= MOST_USES) {
      return refused(NOT_FOUND, "used_url");
    }
    var message = MessageBody.of(call);
    if (message.isEmpty()) {
      return refused(BAD_REQUEST, "invalid_payload");
    }
    var trouble = carryOut(url, message.get());
    if (trouble.isPresent()) {
      return refused(BAD_REQUEST, trouble.get());
    }
    url.uses++;
    return IncomingWebhooks.text(200, "ok");
  }

  private Optional<String> carryOut(ResponseUrl url, ObjectNode message) {
    if (message.path("delete_original").asBoolean()) {
      return delete(url);
    }
    if (message.path("replace_original").asBoolean() && url.original.isPresent()) {
      return replace(url, url.original.get(), message);
    }
    return message.path("response_type").asText().equals("in_channel")
        ? workspace.post(url.channelId, message)
        : workspace.show(url.userId, url.channelId, message, Optional.empty());
  }

  private Optional<String> delete(ResponseUrl url) {
    if (url.original.isEmpty()) {
      return Optional.of("message_not_found");
    }
    var original = url.original.get();
    return original.ephemeral()
        ? workspace.hide(url.userId, url.channelId, original.ts())
        : workspace.delete(url.channelId, original.ts());
  }

  private Optional<String> replace(ResponseUrl url, Original original, ObjectNode message) {
    return original.ephemeral()
        ? workspace.show(url.userId, url.channelId, message, Optional.of(original.ts()))
        : workspace.replace(url.channelId, original.ts(), message);
  }

  private synchronized Optional<ResponseUrl> find(String path) {
    return Optional.ofNullable(issued.get(path));
  }

  private static Answer refused(int status, String word) {
    return Answer.json(status, Reply.error(word).toString(), word);
  }

  /** The message that the person did something to; {@code ephemeral} if only they see it. */
  record Original(String ts, boolean ephemeral) {}

  /** What the person did, which shows in the URL. */
  enum Kind {
    ACTIONS("/actions/"),
    COMMANDS("/commands/"),
    SHORTCUTS("/app/");

    private final String start;

    Kind(String start) {
      this.start = start;
    }
  }

  private final class At implements SlackPath {
    private final Kind kind;

    At(Kind kind) {
      this.kind = kind;
    }

    @Override
    public String start() {
      return kind.start;
    }

    @Override
    public Answer answer(Call call) {
      return ResponseUrls.this.answer(call);
    }

    @Override
    public String label(Call call) {
      return "response_url";
    }
  }

  private static final class ResponseUrl {
    private final String userId;
    private final String channelId;
    private final Optional<Original> original;
    private final long issuedNanos;
    private int uses;

    ResponseUrl(String userId, String channelId, Optional<Original> original, long issuedNanos) {
      this.userId = userId;
      this.channelId = channelId;
      this.original = original;
      this.issuedNanos = issuedNanos;
    }
  }
}
