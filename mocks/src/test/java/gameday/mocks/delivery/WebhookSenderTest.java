package gameday.mocks.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.faults.Fault;
import gameday.mocks.faults.Faults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookSenderTest {
  private static final RetryRule ONCE = new RetryRule(Duration.ofSeconds(10), List.of());
  private static final RetryRule TWICE_MORE =
      new RetryRule(Duration.ofSeconds(10), List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)));
  private static final double MINUTE_IN_A_MILLISECOND = 60_000;

  private final Receiver receiver = new Receiver();
  private final Faults faults = new Faults(1);
  private final Attempts attempts = new Attempts();
  private final WebhookSender sender =
      new WebhookSender(MINUTE_IN_A_MILLISECOND, 100, faults, attempts);

  WebhookSenderTest() {
    sender.pipeline(receiver.base());
  }

  @AfterEach
  void stop() {
    sender.close();
    receiver.close();
  }

  @Test
  void deliversOneConversationInOrder() {
    IntStream.range(0, 50).forEach(n -> sender.send(webhook("c1", "" + n, ONCE)));

    awaitIdle();
    assertEquals(IntStream.range(0, 50).mapToObj(n -> "" + n).toList(), receiver.bodies);
  }

  @Test
  void letsNoConversationWaitForAnother() {
    receiver.held.put("slow", new CountDownLatch(1));
    sender.send(webhook("c1", "slow", ONCE));
    sender.send(webhook("c1", "after slow", ONCE));
    sender.send(webhook("c2", "quick", ONCE));

    await().until(() -> attempts.lines.contains("c2-quick 0 200"));
    await().until(() -> sender.pending() == 2);
    assertEquals(List.of("c2-quick 0 200"), attempts.lines);

    receiver.held.get("slow").countDown();
    awaitIdle();
    assertEquals("after slow", receiver.bodies.getLast());
  }

  @Test
  void triesAgainByTheProductsRuleThenGivesUp() {
    receiver.status = 500;

    sender.send(webhook("c1", "x", TWICE_MORE));

    awaitIdle();
    assertEquals(List.of("c1-x 0 500", "c1-x 1 500", "c1-x 2 500"), attempts.lines);
    assertEquals(
        List.of("", "http_error", "http_error"),
        receiver.headers.stream().map(headers -> headers.get("x-reason")).toList());
  }

  @Test
  void takesEvery2xxForSuccess() {
    receiver.status = 204;

    sender.send(webhook("c1", "x", TWICE_MORE));

    awaitIdle();
    assertEquals(List.of("c1-x 0 204"), attempts.lines);
  }

  @Test
  void stopsTryingWhenTheReceiverAsksForIt() {
    receiver.status = 500;
    receiver.answerHeaders.put("x-slack-no-retry", "1");

    sender.send(webhook("c1", "x", TWICE_MORE));

    awaitIdle();
    assertEquals(List.of("c1-x 0 500"), attempts.lines);
  }

  @Test
  void followsAsManyRedirectsAsTheProductDoes() {
    try (var next = new Receiver();
        var last = new Receiver()) {
      sendOn(receiver, 307, next.base() + "/on?with=it");
      sendOn(next, 302, last.base() + "/there");

      sender.send(webhook("c1", "x", following(2)));

      awaitIdle();
      assertEquals(List.of("c1-x 0 200"), attempts.lines);
      assertEquals(List.of("x"), last.bodies);
      assertTrue(last.headers.getFirst().containsKey("x-reason"));
    }
  }

  @Test
  void saysThatItWasSentOnTooOften() {
    sendOn(receiver, 308, "/again");

    sender.send(webhook("c1", "x", following(2)));

    awaitIdle();
    assertEquals(List.of("c1-x 0 0", "c1-x 1 0"), attempts.lines);
    assertEquals(6, receiver.bodies.size());
    assertEquals("too_many_redirects", receiver.headers.getLast().get("x-reason"));
  }

  @Test
  void followsNobodyToAnotherHostNorForAProductThatDoesNot() {
    sendOn(receiver, 307, "http://localhost.example:1/elsewhere");
    sender.send(webhook("c1", "x", following(2)));
    sender.send(webhook("c2", "x", following(0)));

    awaitIdle();
    assertEquals(
        List.of("c1-x 0 307", "c1-x 1 307", "c2-x 0 307", "c2-x 1 307"),
        attempts.lines.stream().sorted().toList());
    assertEquals("http_error", receiver.headers.getLast().get("x-reason"));
  }

  private static RetryRule following(int redirects) {
    return new RetryRule(Duration.ofSeconds(10), List.of(Duration.ZERO), redirects);
  }

  private static void sendOn(Receiver receiver, int status, String to) {
    receiver.status = status;
    receiver.answerHeaders.put("Location", to);
  }

  @Test
  void asksACourierFirstAndTriesAgainByTheSameRule() {
    var carried = new CopyOnWriteArrayList<String>();
    sender.courier(
        (webhook, attempt, reason) -> {
          if (webhook.conversation().equals("by http")) {
            return Optional.empty();
          }
          carried.add(attempt + reason);
          var end = new Courier.Carried(attempt == 1, attempt == 1 ? "" : "timeout");
          return Optional.of(CompletableFuture.completedFuture(end));
        });

    sender.send(webhook("c1", "x", TWICE_MORE));
    sender.send(webhook("by http", "y", TWICE_MORE));

    awaitIdle();
    assertEquals(List.of("0", "1timeout"), carried);
    assertEquals(List.of("y"), receiver.bodies);
    assertTrue(attempts.lines.containsAll(List.of("c1-x 0 0", "c1-x 1 200", "by http-y 0 200")));
  }

  @Test
  void waitsEventTimeBeforeItTriesAgain() {
    receiver.status = 500;
    try (var slowly = new WebhookSender(1, 100, faults, attempts)) {
      slowly.pipeline(receiver.base());

      slowly.send(webhook("c1", "x", TWICE_MORE));

      await().until(() -> attempts.lines.size() == 1);
      assertEquals(1, slowly.pending());
    }
  }

  @Test
  void letsARetryHoldUpNobody() {
    receiver.status = 500;
    try (var slowly = new WebhookSender(1, 100, faults, attempts)) {
      slowly.pipeline(receiver.base());

      slowly.send(webhook("c1", "first", TWICE_MORE));
      slowly.send(webhook("c1", "second", ONCE));

      await().until(() -> receiver.bodies.contains("second"));
      assertEquals(List.of("first", "second"), receiver.bodies);
    }
  }

  @Test
  void countsATimeoutAsNoAnswer() {
    receiver.held.put("x", new CountDownLatch(1));
    var impatient = new RetryRule(Duration.ofMillis(500), List.of(Duration.ZERO));

    sender.send(webhook("c1", "x", impatient));

    awaitIdle();
    assertEquals(List.of("c1-x 0 0", "c1-x 1 0"), attempts.lines);
    await().until(() -> receiver.headers.size() == 2);
    assertEquals("http_timeout", receiver.headers.getLast().get("x-reason"));
  }

  @Test
  void reportsThatNobodyListens() {
    sender.pipeline(URI.create("http://127.0.0.1:1"));

    sender.send(webhook("c1", "x", ONCE));

    awaitIdle();
    assertEquals(List.of("c1-x 0 0"), attempts.lines);
  }

  @Test
  void refusesAndReportsWhatComesAboveTheBound() {
    receiver.held.put("first", new CountDownLatch(1));
    sender.send(webhook("c1", "first", ONCE));
    IntStream.range(0, 99).forEach(n -> sender.send(webhook("c1", "w", ONCE)));

    sender.send(webhook("c2", "too much", ONCE));

    assertEquals(List.of("c2-too much refused at 100"), attempts.refused);
    receiver.held.get("first").countDown();
    awaitIdle();
    assertEquals(100, receiver.bodies.size());
  }

  @Test
  void holdsBackWhileTheProductIsOut() {
    var outage = new Fault.Outage();
    faults.begin("chat", outage);
    sender.send(webhook("c1", "one", ONCE));
    sender.send(webhook("c1", "two", ONCE));
    assertEquals(2, sender.pending());
    assertTrue(receiver.bodies.isEmpty());

    faults.end("chat", outage);

    awaitIdle();
    assertEquals(List.of("one", "two"), receiver.bodies);
  }

  @Test
  void deliversManyConversationsEachInOrder() {
    try (var wide = new WebhookSender(1, 10_000, faults, attempts)) {
      wide.pipeline(receiver.base());
      IntStream.range(0, 2_000).forEach(n -> wide.send(webhook("c" + n % 400, "" + n, ONCE)));

      await().until(() -> wide.pending() == 0);

      var byConversation = new ArrayList<List<Integer>>();
      IntStream.range(0, 400).forEach(n -> byConversation.add(new ArrayList<>()));
      receiver.bodies.forEach(n -> byConversation.get(Integer.parseInt(n) % 400).add(parsed(n)));
      byConversation.forEach(
          numbers -> {
            assertEquals(5, numbers.size());
            assertEquals(numbers.stream().sorted().toList(), numbers);
          });
    }
  }

  @Test
  void blamesNobodyForAPooledConnectionThatHadGoneStale() throws Exception {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> answerOncePerConnection(server));
      sender.pipeline(URI.create("http://127.0.0.1:" + server.getLocalPort()));

      sender.send(webhook("c1", "x", ONCE));
      sender.send(webhook("c1", "y", ONCE));

      awaitIdle();
      assertEquals(List.of("c1-x 0 200", "c1-y 0 200"), attempts.lines);
    }
  }

  /** Promises to keep the connection, then closes it when the next request arrives. */
  private static void answerOncePerConnection(ServerSocket server) {
    while (true) {
      try (var socket = server.accept()) {
        var request = new ByteArrayOutputStream();
        while (!request.toString(StandardCharsets.UTF_8).matches("(?s).*\r\n\r\n.")) {
          request.write(socket.getInputStream().read());
        }
        var ok = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        socket.getOutputStream().write(ok.getBytes(StandardCharsets.US_ASCII));
        socket.getInputStream().read();
      } catch (IOException over) {
        return;
      }
    }
  }

  private static int parsed(String number) {
    return Integer.parseInt(number);
  }

  private void awaitIdle() {
    await().until(() -> sender.pending() == 0);
  }

  private static Webhook webhook(String conversation, String body, RetryRule rule) {
    return new Webhook(
        "chat",
        "/hook",
        conversation + "-" + body,
        conversation,
        body.getBytes(StandardCharsets.UTF_8),
        (attempt, reason, bytes) -> Map.of("X-Reason", reason),
        rule);
  }

  private static final class Attempts implements DeliveryListener {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    @Override
    public void attempted(Webhook webhook, int attempt, int status, long nanos) {
      lines.add(webhook.delivery() + " " + attempt + " " + status);
    }

    @Override
    public void refused(Webhook webhook, int pending) {
      refused.add(webhook.delivery() + " refused at " + pending);
    }
  }
}
