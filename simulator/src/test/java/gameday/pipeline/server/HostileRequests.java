package gameday.pipeline.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What somebody may send to one webhook's address, and how that may be answered. */
final class HostileRequests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LIMIT = 1 << 20;
  private static final byte[] LATIN = {'"', (byte) 0xe9, '"'};

  private HostileRequests() {}

  /** What is sent, and the statuses it may be answered with. */
  record Case(String name, RawRequest request, Set<Integer> statuses) {
    static Case of(String name, RawRequest request, Integer... statuses) {
      return new Case(name, request, Set.of(statuses));
    }
  }

  /** Not genuine, or more than any product sends. */
  static List<Case> refused(Webhook webhook) {
    String body = webhook.body();
    Map<String, String> genuine = webhook.genuine().headers();
    String form = "payload=" + URLEncoder.encode(body, StandardCharsets.UTF_8);
    String signature =
        genuine.keySet().stream().filter(name -> name.endsWith("-Signature")).findFirst().get();
    RawRequest huge = webhook.unsigned(" ".repeat(LIMIT + 1), Map.of());
    List<Case> cases =
        new ArrayList<>(
            List.of(
                Case.of("unsigned", webhook.unsigned(body, Map.of()), 401),
                Case.of("unsigned form", form(webhook.unsigned(form, Map.of())), 401),
                Case.of("unsigned and empty", webhook.unsigned("", Map.of()), 401),
                Case.of("unsigned challenge", webhook.unsigned(challenge(), Map.of()), 401),
                Case.of("forged", webhook.signed(body, "another secret", Instant.now()), 401),
                Case.of("forged form", form(webhook.signed(form, "another", Instant.now())), 401),
                Case.of("changed", webhook.unsigned(body + " ", genuine), 401),
                Case.of("no signature", webhook.genuine().with(signature, ""), 401),
                Case.of("half a signature", webhook.genuine().with(signature, "sha256="), 401),
                Case.of("odd signature", webhook.genuine().with(signature, "\u00e9\u00ff"), 401),
                Case.of("huge", huge, 413),
                Case.of("huge, of unknown length", huge.inChunks(), 413),
                Case.of(
                    "huge and genuine", webhook.genuine("\"" + "a".repeat(LIMIT) + "\""), 413)));
    if (webhook.isDated()) {
      cases.addAll(dated(webhook, genuine));
    }
    return cases;
  }

  private static List<Case> dated(Webhook webhook, Map<String, String> genuine) {
    String body = webhook.body();
    Instant now = Instant.now();
    String timestamp =
        genuine.keySet().stream().filter(name -> name.endsWith("Timestamp")).findFirst().get();
    List<Case> cases = new ArrayList<>();
    cases.add(Case.of("stale", webhook.signed(body, webhook.secret(), now.minusSeconds(310)), 401));
    cases.add(Case.of("early", webhook.signed(body, webhook.secret(), now.plusSeconds(310)), 401));
    for (String odd : List.of("", "soon", "-1", "9".repeat(30), "1e9", "0x10")) {
      cases.add(Case.of("dated '" + odd + "'", webhook.genuine().with(timestamp, odd), 401));
    }
    return cases;
  }

  /** Signed, but not what the product sends. */
  static List<Case> nonsense(Webhook webhook) {
    RawRequest genuine = webhook.genuine();
    String duplicate = webhook.body().strip();
    duplicate = duplicate.substring(0, duplicate.length() - 1) + ",\"event\":\"x\",\"id\":1}";
    return List.of(
        Case.of("no JSON", webhook.genuine("hello"), 400),
        Case.of("half JSON", webhook.genuine("{\"event\":"), 400),
        Case.of("nothing", webhook.genuine(""), 400),
        Case.of("a form", form(webhook.genuine("payload=%7B%7D")), 400),
        Case.of("no UTF-8", new RawRequest(genuine.path(), signed(webhook), LATIN, false), 400),
        Case.of("deep", webhook.genuine("[".repeat(100_000)), 400),
        Case.of("deep and closed", webhook.genuine("[".repeat(100_000) + "]".repeat(100_000)), 400),
        Case.of("deep objects", webhook.genuine("{\"a\":".repeat(100_000)), 400),
        Case.of(
            "a number of many digits", webhook.genuine("{\"id\":" + "9".repeat(9_000) + "}"), 400),
        Case.of("a huge exponent", webhook.genuine("{\"id\":1e999999999,\"event\":1e-99999}"), 200),
        Case.of("a list", webhook.genuine("[]"), 200),
        Case.of("a word", webhook.genuine("\"event\""), 200),
        Case.of("null", webhook.genuine("null"), 200),
        Case.of("keys twice", webhook.genuine(duplicate), 200),
        Case.of("another type", genuine.with("Content-Type", "text/plain"), 200),
        Case.of("no type", genuine.with("Content-Type", "\""), 200, 400),
        Case.of("a header of a megabyte", genuine.with("X-Long", "a".repeat(LIMIT)), 400, 413, 431),
        Case.of("a thousand headers", many(genuine), 200, 400, 413, 431));
  }

  private static Map<String, String> signed(Webhook webhook) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.putAll(webhook.signature().headers(webhook.secret(), Instant.now(), LATIN));
    return headers;
  }

  private static RawRequest many(RawRequest genuine) {
    RawRequest many = genuine;
    for (int n = 0; n < 1_000; n++) {
      many = many.with("X-Many-" + n, "x");
    }
    return many;
  }

  private static RawRequest form(RawRequest request) {
    return request.with("Content-Type", "application/x-www-form-urlencoded");
  }

  private static String challenge() {
    return "{\"type\":\"url_verification\",\"challenge\":\"c\"}";
  }

  /** The genuine body with one value after the other replaced by something of another type. */
  static List<Case> mutations(Webhook webhook) throws IOException {
    List<JsonNode> odd =
        List.of(
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.numberNode(-1),
            JsonNodeFactory.instance.numberNode(1e300),
            JsonNodeFactory.instance.textNode("\0\ud800<!channel>"),
            JsonNodeFactory.instance.booleanNode(true),
            JsonNodeFactory.instance.arrayNode().add(1),
            JsonNodeFactory.instance.objectNode().put("id", "x"));
    List<Case> cases = new ArrayList<>();
    int places = places(JSON.readTree(webhook.body())).size();
    for (int at = 0; at < places; at++) {
      for (JsonNode value : odd) {
        JsonNode body = JSON.readTree(webhook.body());
        Place place = places(body).get(at);
        place.set(value);
        String name = place.name() + " is " + value;
        cases.add(Case.of(name, webhook.genuine(body.toString()), 200, 503));
      }
    }
    return cases;
  }

  private record Place(String name, Consumer<JsonNode> setter) {
    void set(JsonNode value) {
      setter.accept(value);
    }
  }

  private static List<Place> places(JsonNode node) {
    List<Place> places = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                places.add(new Place(field.getKey(), value -> object.set(field.getKey(), value)));
                places.addAll(places(field.getValue()));
              });
    } else if (node instanceof ArrayNode array) {
      for (int n = 0; n < array.size(); n++) {
        int index = n;
        places.add(new Place("[" + n + "]", value -> array.set(index, value)));
        places.addAll(places(array.get(n)));
      }
    }
    return places;
  }
}
