import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.*;
import java.net.http.*;
import java.nio.channels.FileChannel;
import java.nio.file.*;
import java.security.*;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import java.util.regex.Pattern;
import java.util.stream.*;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A minimal pipeline between Chatwoot and Slack. docs/your-own-pipeline.md walks through it. */
public final class Pipeline {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> ENV = System.getenv();
  private static final String CHANNEL = ENV.get("SLACK_CHANNEL");

  public static void main(String[] arguments) throws IOException {
    Pipeline pipeline = new Pipeline();
    InetSocketAddress here = new InetSocketAddress("127.0.0.1", Integer.parseInt(ENV.get("PORT")));
    HttpServer server = HttpServer.create(here, 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/health", call -> answer(call, 200, HEALTH));
    server.createContext("/webhooks/help-chat", call -> pipeline.take(call, CHATWOOT));
    server.createContext("/slack/events", call -> pipeline.take(call, SLACK));
    server.start();
  }

  // ---- what must survive a crash ----

  private final JsonNode event = JSON.readTree(Files.readString(Path.of(ENV.get("GAMEDAY_EVENT"))));
  private final Map<String, JsonNode> told = new LinkedHashMap<>(); // by key, in order
  private final Map<String, JsonNode> done = new LinkedHashMap<>(); // what came of it, by its key
  private final FileChannel journal;

  private Pipeline() throws IOException {
    Path file = Path.of(ENV.get("GAMEDAY_STATE_DIR"), "journal.jsonl");
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      try {
        apply(JSON.readTree(line));
      } catch (JsonProcessingException cutOff) {
        // A crash cut this line off, so it was never acknowledged: it will come again.
      }
    }
    journal = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    journal.write(UTF_8.encode("\n")); // what follows a line that was cut off is a line anew
    told.forEach((key, entry) -> { if (!done.containsKey(key)) carryOut(entry, true); });
  }

  private void apply(JsonNode entry) {
    if (entry.has("key")) (is(entry, "kind", "done") ? done : told).put(at(entry, "key"), entry);
  }

  private synchronized void write(JsonNode entry) throws IOException {
    journal.write(UTF_8.encode(entry + "\n"));
    journal.force(false); // only now it is on the disk
    apply(entry);
  }

  /** Stores what we were told, once, and sees to it later. Whoever calls may acknowledge then. */
  private synchronized void learn(JsonNode entry) throws IOException {
    if (told.containsKey(at(entry, "key"))) return;
    write(entry);
    carryOut(entry, false);
  }

  // ---- work, one thing after the other ----

  private final ExecutorService work = Executors.newSingleThreadExecutor();

  private void carryOut(JsonNode entry, boolean again) {
    work.execute(() -> untilDone(entry, again));
  }

  /** Tries until it is done. After the first try it is unknown what came of it, so look first. */
  private void untilDone(JsonNode entry, boolean again) {
    long pause = 250;
    for (boolean look = again; ; look = true, pause = Math.min(2 * pause, 30_000)) {
      try {
        if (is(entry, "kind", "note")) escalate(entry, look);
        else bringBack(entry, look);
        return;
      } catch (Refusal refusal) {
        System.err.println(at(entry, "key") + ": " + refusal.getMessage());
        if (refusal.forGood) return;
        sleep(Math.max(pause, refusal.waitMillis));
      } catch (IOException unknown) {
        sleep(pause);
      }
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- from an agent's note to Slack ----

  private static final List<String> FIELDS =
      List.of("Issue", "Page or session URL", "Affected users", "Screenshot");

  private void escalate(JsonNode entry, boolean look) throws IOException {
    String key = at(entry, "key");
    String ts = look ? findPost(key) : "";
    if (ts.isEmpty()) {
      ObjectNode message = JSON.createObjectNode().put("channel", CHANNEL);
      message.put("text", template(entry)).putObject("metadata").put("event_type", "escalation");
      message.withObject("/metadata/event_payload").put("key", key);
      ts = at(slack("chat.postMessage", message), "ts");
    }
    write(entry("done", key).put("ts", ts).put("conversation", at(entry, "conversation")));
  }

  /** Where our message stands, if a try that seemed to fail did post it; else an empty text. */
  private String findPost(String key) throws IOException {
    ObjectNode newest = JSON.createObjectNode().put("channel", CHANNEL).put("limit", 200);
    for (JsonNode message :
        slack("conversations.history", newest.put("include_all_metadata", true)).path("messages")) {
      if (is(message.at("/metadata/event_payload"), "key", key)) return at(message, "ts");
    }
    return "";
  }

  private String template(JsonNode entry) {
    Map<String, String> found = new HashMap<>();
    String field = "Issue";
    for (String line : at(entry, "text").strip().substring("/escalate".length()).split("\\R")) {
      Optional<String> next = FIELDS.stream().filter(name -> line.startsWith(name + ":")).findAny();
      field = next.orElse(field);
      String words = next.isPresent() ? line.substring(field.length() + 1) : line;
      found.merge(field, words, (first, more) -> (first + "\n" + more).strip());
    }
    Stream<String> lines =
        FIELDS.stream()
            .map(name -> "*" + name + ":* " + escape(words(found, name, at(entry, name))));
    String greeting = "Hi " + at(event, "mention") + ", we need your help.\n";
    return greeting + lines.collect(Collectors.joining("\n"));
  }

  private static String words(Map<String, String> found, String name, String known) {
    String words = found.getOrDefault(name, "").strip();
    return !words.isEmpty() ? words : !known.isEmpty() ? known : "none";
  }

  /** Slack's own markup begins with one of these; what users typed must stay text. */
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  // ---- from an answer in the thread to the agent ----

  private void bringBack(JsonNode entry, boolean look) throws IOException {
    String key = at(entry, "key");
    Optional<String> conversation = conversation(at(entry, "thread"));
    if (conversation.isEmpty()) return; // somebody else's thread
    String path = "/conversations/" + conversation.get() + "/messages";
    boolean stands = false;
    if (look) {
      for (JsonNode message : chatwoot("GET", path, "").path("payload")) {
        stands |= is(message.path("content_attributes"), "pipeline_key", key);
      }
    }
    if (!stands) {
      ObjectNode note = JSON.createObjectNode().put("message_type", "outgoing");
      note.put("content", "Answer from Slack:\n" + plain(at(entry, "text")));
      note.put("private", is(event.path("process"), "route", "through-agent"));
      note.putObject("content_attributes").put("pipeline_key", key);
      chatwoot("POST", path, note.toString());
    }
    write(entry("done", key));
  }

  private synchronized Optional<String> conversation(String thread) {
    Stream<JsonNode> posted = done.values().stream().filter(it -> is(it, "ts", thread));
    return posted.map(it -> at(it, "conversation")).findFirst();
  }

  /** What a reader of Slack sees: addresses without their brackets, and no escapes. */
  private static String plain(String text) {
    String withoutLinks = text.replaceAll("<(?:mailto:)?([^>|]*)(?:\\|[^>]*)?>", "$1");
    return withoutLinks.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  // ---- calls ----

  private final HttpClient http = HttpClient.newHttpClient();

  /** The other side said no, for good or for some time. */
  private static final class Refusal extends IOException {
    private static final long serialVersionUID = 1;
    private final boolean forGood;
    private final long waitMillis;

    Refusal(String why, boolean forGood, long waitMillis) {
      super(why);
      this.forGood = forGood;
      this.waitMillis = waitMillis;
    }
  }

  private JsonNode slack(String method, JsonNode arguments) throws IOException {
    var request = HttpRequest.newBuilder(URI.create(ENV.get("SLACK_API_URL") + method));
    request.header("Authorization", "Bearer " + ENV.get("SLACK_BOT_TOKEN"));
    JsonNode said = send(request, "POST", arguments.toString());
    String error = at(said, "error");
    boolean passing = error.endsWith("_error") || error.matches("service_unavailable|ratelimited");
    if (!said.path("ok").asBoolean()) throw new Refusal("Slack: " + error, !passing, 0);
    return said;
  }

  private JsonNode chatwoot(String method, String path, String body) throws IOException {
    String account = ENV.get("HELP_CHAT_URL") + "/api/v1/accounts/" + ENV.get("HELP_CHAT_ACCOUNT");
    var request = HttpRequest.newBuilder(URI.create(account + path));
    return send(request.header("api_access_token", ENV.get("HELP_CHAT_TOKEN")), method, body);
  }

  private JsonNode send(HttpRequest.Builder to, String method, String body) throws IOException {
    to.header("Content-Type", "application/json; charset=utf-8").timeout(Duration.ofSeconds(10));
    to.method(method, HttpRequest.BodyPublishers.ofString(body));
    try {
      var answer = http.send(to.build(), HttpResponse.BodyHandlers.ofString());
      int status = answer.statusCode();
      long wait = 1_000 * answer.headers().firstValueAsLong("Retry-After").orElse(0);
      boolean forGood = status / 100 == 4 && status != 429;
      if (status / 100 != 2) throw new Refusal(to.build().uri() + ": " + status, forGood, wait);
      return JSON.readTree(answer.body());
    } catch (InterruptedException ending) {
      throw new IOException(ending);
    }
  }

  // ---- the doors ----

  private static final String HEALTH =
      "{\"status\":\"up\",\"without\":[\"mod-chat\",\"deadlines\",\"grouping\"]}";

  /** The hex HMAC-SHA256 of the time between two texts, and of the body. */
  private record Seal(String time, String sign, String prefix, String a, String b, String key) {}

  private static final Seal CHATWOOT =
      new Seal("X-Chatwoot-Timestamp", "X-Chatwoot-Signature", "sha256=", "", ".",
          ENV.get("HELP_CHAT_WEBHOOK_SECRET"));
  private static final Seal SLACK =
      new Seal("X-Slack-Request-Timestamp", "X-Slack-Signature", "v0=", "v0:", ":",
          ENV.get("SLACK_SIGNING_SECRET"));

  private void take(HttpExchange call, Seal seal) throws IOException {
    byte[] body = call.getRequestBody().readNBytes((1 << 20) + 1);
    if (body.length > 1 << 20) answer(call, 413, "");
    else if (!isGenuine(call, seal, body)) answer(call, 401, "");
    else {
      try {
        JsonNode what = JSON.readTree(body);
        if (seal == CHATWOOT && isEscalation(what)) learn(note(what));
        if (seal == SLACK && isAnswer(what.path("event"))) learn(reply(what.path("event")));
        answer(call, 200, at(what, "challenge"));
      } catch (JsonProcessingException garbled) {
        answer(call, 400, "");
      }
    }
  }

  private static boolean isGenuine(HttpExchange call, Seal seal, byte[] body) {
    String time = String.valueOf(call.getRequestHeaders().getFirst(seal.time));
    String sign = String.valueOf(call.getRequestHeaders().getFirst(seal.sign));
    if (!time.matches("\\d{1,12}")) return false;
    if (Math.abs(System.currentTimeMillis() / 1_000 - Long.parseLong(time)) > 300) return false;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(seal.key.getBytes(UTF_8), "HmacSHA256"));
      mac.update((seal.a + time + seal.b).getBytes(UTF_8));
      String expected = seal.prefix + HexFormat.of().formatHex(mac.doFinal(body));
      return MessageDigest.isEqual(sign.getBytes(UTF_8), expected.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static boolean isEscalation(JsonNode what) {
    boolean byAgent = what.path("private").asBoolean() && is(what.path("sender"), "type", "user");
    String text = at(what, "content").strip();
    return is(what, "event", "message_created") && byAgent && text.matches("(?s)/escalate(\\s.*)?");
  }

  private ObjectNode note(JsonNode what) {
    JsonNode conversation = what.path("conversation");
    String page = at(conversation.path("custom_attributes"), "page");
    return entry("note", "note:" + at(what, "id"))
        .put("conversation", at(conversation, "id"))
        .put("text", at(what, "content"))
        .put("Page or session URL", page.isEmpty() ? at(event.path("event"), "url") : page)
        .put("Affected users", at(conversation.at("/meta/sender"), "email"));
  }

  /** A reply by the response team that mentions nobody; one with a mention is talk among staff. */
  private boolean isAnswer(JsonNode message) {
    boolean byResponseTeam = false;
    for (JsonNode who : event.path("staff")) {
      boolean isIt = is(who, "slackId", at(message, "user"));
      byResponseTeam |= isIt && !is(who, "role", "client-team");
    }
    boolean reply = is(message, "type", "message") && message.has("thread_ts");
    boolean ours = is(message, "channel", CHANNEL) && !message.has("hidden");
    boolean mentions = Pattern.compile("<[@!#]").matcher(at(message, "text")).find();
    return byResponseTeam && reply && ours && !mentions;
  }

  private static ObjectNode reply(JsonNode message) {
    return entry("answer", "answer:" + at(message, "ts"))
        .put("thread", at(message, "thread_ts"))
        .put("text", at(message, "text"));
  }

  private static void answer(HttpExchange call, int status, String text) throws IOException {
    String type = text.startsWith("{") ? "application/json" : "text/plain";
    call.getResponseHeaders().set("Content-Type", type);
    try (call) {
      call.sendResponseHeaders(status, text.isEmpty() ? -1 : text.getBytes(UTF_8).length);
      call.getResponseBody().write(text.getBytes(UTF_8));
    }
  }

  // ---- JSON ----

  private static ObjectNode entry(String kind, String key) {
    return JSON.createObjectNode().put("kind", kind).put("key", key);
  }

  private static String at(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  private static boolean is(JsonNode node, String field, String value) {
    return at(node, field).equals(value);
  }
}
