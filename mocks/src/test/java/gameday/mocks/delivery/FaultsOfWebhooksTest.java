package gameday.mocks.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.faults.Delay;
import gameday.mocks.faults.Fault;
import gameday.mocks.faults.Faults;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsOfWebhooksTest {
  private static final double MINUTE_IN_A_TENTH_OF_A_SECOND = 600;
  private static final RetryRule AGAIN =
      new RetryRule(Duration.ofSeconds(10), List.of(Duration.ZERO));

  private final Receiver receiver = new Receiver();
  private final Faults faults = new Faults(1);
  private final Heard heard = new Heard();
  private final WebhookSender sender =
      new WebhookSender(MINUTE_IN_A_TENTH_OF_A_SECOND, 100, faults, heard);

  FaultsOfWebhooksTest() {
    sender.pipeline(receiver.base());
  }

  @AfterEach
  void stop() {
    sender.close();
    receiver.close();
  }

  @Test
  void losesAWebhookForGood() {
    faults.begin("chat", new Fault.LostWebhooks(1));
    sender.send(webhook("c1", "one"));
    faults.end("chat", new Fault.LostWebhooks(1));
    sender.send(webhook("c1", "two"));

    awaitIdle();
    assertEquals(List.of("two"), receiver.bodies);
    assertEquals(List.of("Ev-one lost-webhooks"), heard.meddled);
  }

  @Test
  void leavesOtherProductsAlone() {
    faults.begin("slack", new Fault.LostWebhooks(1));

    sender.send(webhook("c1", "one"));

    awaitIdle();
    assertEquals(List.of("one"), receiver.bodies);
    assertEquals(List.of(), heard.meddled);
  }

  @Test
  void deliversTwiceUnderOneIdAtTheSameTime() {
    receiver.held.put("one", new CountDownLatch(1));
    faults.begin("chat", new Fault.DuplicatedWebhooks(1));

    sender.send(webhook("c1", "one"));

    // Both are there before either was answered.
    await().until(() -> receiver.bodies.equals(List.of("one", "one")));
    receiver.held.get("one").countDown();
    awaitIdle();
    assertEquals(List.of("Ev-one", "Ev-one"), ids());
    assertEquals(List.of("Ev-one 0 200", "Ev-one 0 200"), heard.attempted);
    assertEquals(List.of("Ev-one duplicated-webhooks"), heard.meddled);
  }

  @Test
  void tellsAgainUnderNewIdsAsIfForTheFirstTime() {
    faults.begin("chat", new Fault.RepeatedWebhooks(1, 11));

    sender.send(withItsIdInside());

    awaitIdle();
    var ids = ids();
    assertTrue(ids.size() >= 2 && ids.size() <= 11, ids::toString);
    assertEquals(ids.size(), new HashSet<>(ids).size());
    assertTrue(ids.stream().allMatch(id -> id.matches("Ev\\d[A-Z]{3}\\d{4}")));
    assertTrue(ids.contains("Ev0ABC1234"), ids::toString);
    // Headers were computed for the body with the new id, and nobody says that it is a retry.
    for (var n = 0; n < ids.size(); n++) {
      assertEquals("{\"event_id\":\"" + ids.get(n) + "\"}", receiver.bodies.get(n));
      assertEquals("" + receiver.bodies.get(n).hashCode(), header(n, "x-signature"));
      assertEquals("0", header(n, "x-attempt"));
    }
    assertEquals(ids.size() - 1, heard.meddled.size());
    assertTrue(heard.meddled.stream().allMatch(line -> line.endsWith(" repeated-webhooks")));
  }

  @Test
  void letsTheNextOneOfAConversationOvertake() {
    faults.begin("chat", new Fault.ReorderedWebhooks(1));

    List.of("1", "2", "3", "4").forEach(body -> sender.send(webhook("c1", body)));

    awaitIdle();
    assertEquals(List.of("2", "1", "4", "3"), receiver.bodies);
    assertEquals(List.of("Ev-1 reordered-webhooks", "Ev-3 reordered-webhooks"), heard.meddled);
  }

  @Test
  void goesOnAfterAMinuteOfTheEventIfNobodyOvertakes() {
    faults.begin("chat", new Fault.ReorderedWebhooks(1));
    sender.send(webhook("c1", "one"));
    sender.send(webhook("c2", "other conversation"));
    assertEquals(2, sender.pending());
    assertEquals(List.of(), receiver.bodies);

    awaitIdle();
    // Two conversations don't wait for each other, so either may come first.
    assertEquals(List.of("one", "other conversation"), receiver.bodies.stream().sorted().toList());
  }

  @Test
  void deliversLaterWithoutHoldingUpWhatComesMeanwhile() {
    faults.begin("chat", new Fault.DelayedWebhooks(1, new Delay.Fixed(Duration.ofMinutes(3))));
    var started = System.nanoTime();
    sender.send(webhook("c1", "late"));
    faults.end("chat", new Fault.DelayedWebhooks(1, new Delay.Fixed(Duration.ofMinutes(3))));
    sender.send(webhook("c1", "in time"));

    awaitIdle();
    assertEquals(List.of("in time", "late"), receiver.bodies);
    // Three minutes of event time are 300 ms here.
    assertTrue(System.nanoTime() - started >= Duration.ofMillis(300).toNanos());
    assertEquals(List.of("Ev-late delayed-webhooks"), heard.meddled);
  }

  @Test
  void triesWhatCameLateAgainByTheProductsRule() {
    receiver.status = 500;
    faults.begin("chat", new Fault.DelayedWebhooks(1, new Delay.Fixed(Duration.ofSeconds(1))));

    sender.send(webhook("c1", "one"));

    awaitIdle();
    assertEquals(List.of("Ev-one 0 500", "Ev-one 1 500"), heard.attempted);
  }

  @Test
  void drawsTheSameFateForTheSameSeed() {
    faults.begin("chat", new Fault.LostWebhooks(0.5));
    IntStream.range(0, 60).forEach(n -> sender.send(webhook("c" + n, "" + n)));
    awaitIdle();
    var once = sorted(receiver.bodies);
    receiver.bodies.clear();

    var again = new Faults(1);
    again.begin("chat", new Fault.LostWebhooks(0.5));
    again.begin("chat", new Fault.DuplicatedWebhooks(0.5));
    again.begin("slack", new Fault.LostWebhooks(0.5));
    try (var other = new WebhookSender(1, 100, again, heard)) {
      other.pipeline(receiver.base());
      IntStream.range(0, 60).forEach(n -> other.send(webhook("c" + n, "" + n)));
      await().until(() -> other.pending() == 0);
    }

    assertEquals(once, sorted(new ArrayList<>(new HashSet<>(receiver.bodies))));
    assertTrue(once.size() > 15 && once.size() < 45, once::toString);
  }

  @Test
  void refusesCopiesAboveTheBound() {
    receiver.held.put("one", new CountDownLatch(1));
    try (var narrow = new WebhookSender(1, 1, faults, heard)) {
      narrow.pipeline(receiver.base());
      faults.begin("chat", new Fault.DuplicatedWebhooks(1));

      narrow.send(webhook("c1", "one"));

      assertEquals(List.of("Ev-one refused at 1"), heard.refused);
      receiver.held.get("one").countDown();
      await().until(() -> narrow.pending() == 0);
    }
    assertEquals(List.of("one"), receiver.bodies);
  }

  @Test
  void tellsOfSignaturesThatNobodyWillBelieve() {
    var clock = faults.clock("chat");
    var slightly = new Fault.StaleClock(Duration.ofMinutes(4));
    faults.begin("chat", slightly);
    sender.send(signed("believed", () -> "" + clock.instant().getEpochSecond()));
    faults.end("chat", slightly);
    faults.begin("chat", new Fault.StaleClock(Duration.ofMinutes(-10)));
    sender.send(signed("stale", () -> "" + clock.instant().getEpochSecond()));
    sender.send(signed("tells no time", () -> "always the same"));

    awaitIdle();
    assertEquals(List.of("Ev-stale stale-clock"), heard.meddled);
    var now = clock.rightNow().getEpochSecond();
    assertEquals(now + 240, Long.parseLong(signature("believed")), 5);
    assertEquals(now - 600, Long.parseLong(signature("stale")), 5);
  }

  private String signature(String body) {
    return header(receiver.bodies.indexOf(body), "x-signature");
  }

  private String header(int request, String name) {
    return receiver.headers.get(request).get(name);
  }

  private List<String> ids() {
    return receiver.headers.stream().map(headers -> headers.get("x-id")).toList();
  }

  private static List<String> sorted(List<String> bodies) {
    var sorted = new ArrayList<>(bodies);
    Collections.sort(sorted);
    return sorted;
  }

  private void awaitIdle() {
    await().until(() -> sender.pending() == 0);
  }

  private static Webhook webhook(String conversation, String body) {
    var id = "Ev-" + body;
    return new Webhook(
        "chat",
        "/hook",
        id,
        conversation,
        body.getBytes(StandardCharsets.UTF_8),
        (attempt, reason, bytes) -> Map.of("X-Id", id),
        AGAIN);
  }

  private static Webhook withItsIdInside() {
    return new Webhook(
        "chat",
        "/hook",
        "Ev0ABC1234",
        "c1",
        "{\"event_id\":\"Ev0ABC1234\"}".getBytes(StandardCharsets.UTF_8),
        (attempt, reason, bytes) ->
            Map.of(
                "X-Id",
                "Ev0ABC1234",
                "X-Attempt",
                "" + attempt,
                "X-Signature",
                "" + new String(bytes, StandardCharsets.UTF_8).hashCode()),
        AGAIN);
  }

  private static Webhook signed(String body, Supplier<String> signature) {
    return new Webhook(
        "chat",
        "/hook",
        "Ev-" + body,
        "c-" + body,
        body.getBytes(StandardCharsets.UTF_8),
        (attempt, reason, bytes) -> Map.of("X-Signature", signature.get()),
        AGAIN);
  }

  private static final class Heard implements DeliveryListener {
    private final List<String> attempted = new CopyOnWriteArrayList<>();
    private final List<String> meddled = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    @Override
    public void attempted(Webhook webhook, int attempt, int status, long nanos) {
      attempted.add(webhook.delivery() + " " + attempt + " " + status);
    }

    @Override
    public void meddled(Webhook webhook, int attempt, String fault) {
      meddled.add(webhook.delivery() + " " + fault + (attempt > 0 ? " " + attempt : ""));
    }

    @Override
    public void refused(Webhook webhook, int pending) {
      refused.add(webhook.delivery() + " refused at " + pending);
    }
  }
}
