package gameday.mocks.intruder;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.mocks.chat.HmacSha256;
import gameday.mocks.delivery.Receiver;
import gameday.mocks.delivery.RetryRule;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.faults.Fault;
import gameday.mocks.faults.Faults;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntruderTest {
  private static final String SECRET = "s3cret";
  private static final RetryRule ONCE = new RetryRule(Duration.ofSeconds(5), List.of());
  private static final Fault OFTEN = new Fault.Intruder(6_000);
  private static final String NOTE =
      """
      {"event":"message_created","id":41,"content":"no sound","message_type":"incoming",\
      "private":false,"content_attributes":{"own":1},"sender":{"id":7,"type":"contact"},\
      "conversation":{"id":12,"status":"open","meta":{"sender":{"id":7}}}}""";
  private static final String REPLY =
      """
      {"type":"event_callback","event_id":"Ev0AB12","event":{"type":"message","user":"U1",\
      "bot_id":"B1","channel":"C1","ts":"1795338000.000100","thread_ts":"1795337000.000100",\
      "text":"reload the page"}}""";

  private final Receiver pipeline = new Receiver();
  private final Faults faults = new Faults(1);
  private final List<String> tried = new CopyOnWriteArrayList<>();
  private final Set<String> marks = new HashSet<>();
  private final Intruder intruder = intruder(7);

  private Intruder intruder(long seed) {
    var one =
        new Intruder(seed, 1, faults, List.of("help-chat", "mod-chat", "slack"), this::record);
    one.pipeline(pipeline.base());
    return one;
  }

  private synchronized void record(String on, Trick trick, int status, String mark) {
    tried.add(on + " " + trick.word() + " " + status);
    marks.add(mark);
  }

  @AfterEach
  void stop() {
    intruder.close();
    pipeline.close();
  }

  @Test
  void triesNothingBeforeItHasHeardAnything() {
    faults.watch(intruder);
    intruder.heard(chat(NOTE), Map.of());
    faults.begin("pipeline", OFTEN);

    await().during(Duration.ofMillis(200)).until(() -> tried.isEmpty());
  }

  @Test
  void triesEachTrickOnEachDoorThatItHasHeardOf() {
    pipeline.status = 401;
    faults.watch(intruder);
    faults.begin("pipeline", OFTEN);
    hear(chat(NOTE));
    hear(slack(REPLY));

    await().until(() -> tried.size() >= 8);
    assertEquals(
        Set.of(
            "help-chat unsigned 401",
            "help-chat wrongly-signed 401",
            "help-chat stale 401",
            "help-chat replayed 401",
            "slack unsigned 401",
            "slack wrongly-signed 401",
            "slack stale 401",
            "slack replayed 401"),
        Set.copyOf(tried));
  }

  @Test
  void stopsWhenTheFaultIsOver() {
    faults.watch(intruder);
    var name = faults.begin("pipeline", OFTEN);
    hear(chat(NOTE));
    await().until(() -> !tried.isEmpty());

    faults.end(name);

    await().until(() -> tried.size() == pipeline.bodies.size());
    var all = tried.size();
    await().during(Duration.ofMillis(200)).until(() -> tried.size() == all);
  }

  @Test
  void replaysByteForByteAndForgesEverythingElse() {
    faults.watch(intruder);
    var name = faults.begin("pipeline", OFTEN);
    var genuine = hear(chat(NOTE));

    await().until(() -> tried.size() >= 4);
    faults.end(name);
    // What was sent is told of once it is answered.
    await().until(() -> tried.size() == pipeline.bodies.size());
    var replay = pipeline.bodies.indexOf(NOTE);
    assertTrue(replay >= 0, pipeline.bodies::toString);
    genuine.forEach(
        (header, value) ->
            assertEquals(value, pipeline.headers.get(replay).get(header.toLowerCase())));
    for (var n = 0; n < pipeline.bodies.size(); n++) {
      var body = pipeline.bodies.get(n);
      if (!body.equals(NOTE)) {
        assertTrue(marks.stream().anyMatch(mark -> !mark.isEmpty() && body.contains(mark)), body);
        assertFalse(isBelieved(n), () -> "a forgery that nobody can tell: " + body);
      }
    }
  }

  @Test
  void callsAReplayLateWhenNobodyShouldBelieveItAnyMore() {
    faults.watch(intruder);
    faults.begin("help-chat", new Fault.StaleClock(Duration.ofMinutes(-10)));
    faults.begin("pipeline", OFTEN);
    hear(chat(NOTE));

    await().until(() -> tried.contains("help-chat replayed-late 200"));
    assertFalse(tried.contains("help-chat replayed 200"));
  }

  @Test
  void makesNothingLookLateWhereNoTimeIsSigned() {
    faults.watch(intruder);
    faults.begin("pipeline", OFTEN);
    hear(timeless(NOTE));

    await().until(() -> tried.size() >= 6);
    assertFalse(tried.contains("help-chat stale 200"), tried::toString);
    assertFalse(tried.contains("help-chat replayed-late 200"), tried::toString);
  }

  @Test
  void forgesAnEscalationInAConversationThatNeverWas() throws Exception {
    var forged = forged(chat(NOTE));

    var json = json(forged);
    assertTrue(json.path("content").asText().startsWith("/escalate\nIssue: Nobody can log in, "));
    assertTrue(json.path("content").asText().contains(forged.mark()));
    assertTrue(json.path("conversation").path("id").asInt() >= 900_000_000);
    assertNotEquals(41, json.path("id").asInt());
    assertTrue(json.path("private").asBoolean());
    assertEquals("outgoing", json.path("message_type").asText());
    assertEquals("user", json.path("sender").path("type").asText());
    assertTrue(json.path("content_attributes").isEmpty());
  }

  @Test
  void forgesAnAnswerInAThreadThatIsThere() throws Exception {
    var forged = forged(slack(REPLY));

    var event = json(forged).path("event");
    assertEquals("1795337000.000100", event.path("thread_ts").asText());
    assertTrue(event.path("ts").asText().matches("1795338000\\.\\d{6}"));
    assertNotEquals("1795338000.000100", event.path("ts").asText());
    assertTrue(event.path("text").asText().endsWith(forged.mark()));
    assertFalse(event.has("bot_id"));
    assertNotEquals("Ev0AB12", json(forged).path("event_id").asText());
  }

  @Test
  void forgesNothingOfWhatIsNoJson() {
    var form = new Overheard(chat("payload=1"), Map.of(), Instant.now());

    assertTrue(Forger.of(form, new SplittableRandom(1)).isEmpty());
  }

  @Test
  void drawsTheSameTricksFromTheSameSeed() {
    assertEquals(cards(7), cards(7));
    assertNotEquals(cards(7), cards(8));
  }

  @Test
  void remembersASampleOfEverythingItHeardAndNoMore() {
    var notebook = new Notebook(1);
    for (var n = 0; n < 10_000; n++) {
      notebook.add(new Overheard(chat("" + n), Map.of(), Instant.now()));
    }

    var choice = new SplittableRandom(1);
    var kept = new HashSet<Integer>();
    for (var n = 0; n < 10_000; n++) {
      kept.add(Integer.parseInt(text(notebook.any("help-chat", choice).orElseThrow())));
    }
    assertEquals(64, kept.size());
    assertTrue(kept.stream().anyMatch(n -> n < 2_500), kept::toString);
    assertTrue(kept.stream().anyMatch(n -> n > 7_500), kept::toString);
  }

  private static List<Deck.Card> cards(long seed) {
    var deck = new Deck(List.of("help-chat", "slack"), seed);
    List<Deck.Card> cards = new ArrayList<>();
    for (var n = 0; n < 16; n++) {
      cards.add(deck.next());
    }
    return cards;
  }

  private static String text(Overheard heard) {
    return new String(heard.webhook().body(), StandardCharsets.UTF_8);
  }

  private static Forger.Forged forged(Webhook webhook) {
    var heard = new Overheard(webhook, Map.of(), Instant.now());
    return Forger.of(heard, new SplittableRandom(3)).orElseThrow();
  }

  private static JsonNode json(Forger.Forged forged) throws Exception {
    return new ObjectMapper().readTree(forged.body());
  }

  private Map<String, String> hear(Webhook webhook) {
    var headers = webhook.signer().headers(0, "", webhook.body());
    intruder.heard(webhook, headers);
    return headers;
  }

  /** Whether a receiver who looks at signature and time would take request {@code n}. */
  private boolean isBelieved(int n) {
    var headers = pipeline.headers.get(n);
    var timestamp = headers.getOrDefault("x-timestamp", "0");
    var age = Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp));
    var body = pipeline.bodies.get(n).getBytes(StandardCharsets.UTF_8);
    return age <= 300
        && HmacSha256.signature(SECRET, timestamp, body).equals(headers.get("x-signature"));
  }

  private Webhook chat(String body) {
    return webhook("help-chat", body, "12");
  }

  private Webhook slack(String body) {
    return webhook("slack", body, "C1:1795337000.000100");
  }

  private Webhook webhook(String from, String body, String conversation) {
    return new Webhook(
        from,
        "/hook",
        "d-1",
        conversation,
        body.getBytes(StandardCharsets.UTF_8),
        (attempt, reason, bytes) -> {
          var now = "" + faults.clock(from).instant().getEpochSecond();
          return Map.of(
              "X-Timestamp", now, "X-Signature", HmacSha256.signature(SECRET, now, bytes));
        },
        ONCE);
  }

  private static Webhook timeless(String body) {
    return new Webhook(
        "help-chat",
        "/hook",
        "d-1",
        "12",
        body.getBytes(StandardCharsets.UTF_8),
        (attempt, reason, bytes) -> Map.of("X-Signature", "sha1=" + bytes.length),
        ONCE);
  }
}
