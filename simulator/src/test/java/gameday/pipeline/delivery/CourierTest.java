package gameday.pipeline.delivery;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import gameday.pipeline.record.Outgoing;
import gameday.process.Chat;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Attempt NO = new Attempt.Failed("no");
  private static final int AT_ONCE = 4;

  private final NotedDestination slack = new NotedDestination();
  private final NotedDestination chat = new NotedDestination();
  private final NotedOutbox outbox = new NotedOutbox();
  private final Backoff shortest = new Backoff(100_000);
  private final Courier courier =
      new Courier(
          new Courier.Doors(
              Door.ofChannel(slack, new Gate(1), Pace.OneByOne.everySecond(1_000)),
              Door.ofConversations(chat, AT_ONCE, new Gate(AT_ONCE), shortest),
              Door.ofConversations(chat, AT_ONCE, new Gate(AT_ONCE), shortest),
              Door.ofConversations(chat, AT_ONCE, new Gate(AT_ONCE), shortest)),
          shortest,
          outbox);

  @AfterEach
  void stop() throws InterruptedException {
    courier.stop();
  }

  @Test
  void keepsTheChannelsOrderThoughASendFails() {
    AtomicInteger failures = new AtomicInteger(2);
    slack.answer(
        effect ->
            effect.key().equals("p0") && failures.getAndDecrement() > 0
                ? NO
                : new Attempt.Accepted(""));

    courier.deliver(outbox.add(post(0)));
    courier.deliver(outbox.add(reply(1)));
    courier.deliver(outbox.add(post(2)));

    await().atMost(LONG).until(() -> slack.standing().size() == 3);
    assertEquals(List.of("p0", "r1", "p2"), slack.standing());
    assertEquals(List.of("p0", "p0", "p0", "r1", "p2"), slack.sends());
  }

  @Test
  void overtakesNothingWhileTheChannelIsOut() {
    slack.goDown();
    IntStream.range(0, 50).forEach(n -> courier.deliver(outbox.add(post(n))));

    await().atMost(LONG).until(() -> slack.looks().size() > 20);
    slack.comeBack();

    await().atMost(LONG).until(() -> outbox.done().size() == 50);
    assertEquals(keys(0, 50), slack.standing());
    assertEquals(List.of("p0"), slack.looks().stream().distinct().toList());
  }

  @Test
  void letsOneStepAsideThatIsNeverTakenAndGivesItUpOnlyIfOthersAreTaken() {
    slack.answer(effect -> effect.key().equals("p1") ? NO : new Attempt.Accepted(""));
    IntStream.range(0, 4).forEach(n -> courier.deliver(outbox.add(post(n))));

    await().atMost(LONG).until(() -> outbox.done().size() == 3);
    assertEquals(List.of("p0", "p2", "p3"), slack.standing());
    int tries = slack.looks().size();
    await().atMost(LONG).until(() -> slack.looks().size() > tries + 10);
    assertEquals(List.of(), outbox.refused());
    AtomicInteger next = new AtomicInteger(4);
    await()
        .atMost(LONG)
        .until(
            () -> {
              courier.deliver(outbox.add(post(next.getAndIncrement())));
              return !outbox.refused().isEmpty();
            });

    assertEquals(List.of("p1"), outbox.refused());
  }

  @Test
  void takesOneThatSteppedAsideForDeliveredIfItStandsAfterAll() {
    AtomicInteger sends = new AtomicInteger();
    slack.answer(
        effect ->
            effect.key().equals("p0") && sends.incrementAndGet() < 12
                ? NO
                : new Attempt.Accepted(""));
    IntStream.range(0, 3).forEach(n -> courier.deliver(outbox.add(post(n))));

    await().atMost(LONG).until(() -> outbox.done().size() == 3);
    assertEquals(List.of("p1", "p2", "p0"), slack.standing());
    assertEquals(List.of(), outbox.refused());
  }

  @Test
  void tellsAMessageThatNobodyWantsFromAChannelThatTakesNothing() {
    slack.answer(effect -> NO);
    IntStream.range(0, 3).forEach(n -> courier.deliver(outbox.add(post(n))));

    // Often enough for the second one to have had its turn, too.
    await().atMost(LONG).until(() -> slack.sends().size() > 30);
    assertTrue(slack.sends().contains("p1"));
    assertTrue(!slack.sends().contains("p2"));
    slack.comeBack();

    await().atMost(LONG).until(() -> outbox.done().size() == 3);
    assertEquals(List.of(), outbox.refused());
  }

  @Test
  void looksAfterARestartOnlyForWhatMayHaveBeenTried() {
    // A lane that is empty before the next one comes begins anew, and so does its doubt.
    slack.goDown();
    IntStream.range(0, 300)
        .forEach(n -> courier.deliver(new Outgoing(outbox.add(post(n)).effect(), true)));
    slack.comeBack();

    await().atMost(LONG).until(() -> outbox.done().size() == 300);
    assertEquals(keys(0, 300), slack.standing());
    assertEquals(keys(0, TryLimits.MOST_ASIDE + 2), slack.looks().stream().distinct().toList());
  }

  @Test
  void holdsOnlyTheFrontOfALongQueue() {
    slack.goDown();
    int many = 100_000;
    IntStream.range(0, many).forEach(n -> courier.deliver(outbox.add(post(n))));

    await().atMost(LONG).until(() -> !slack.sends().isEmpty());
    assertEquals(many, courier.waiting());
    slack.comeBack();

    await().atMost(LONG).until(() -> outbox.done().size() == many);
    assertEquals(keys(0, many), slack.standing());
    assertEquals(Lane.LOADED, outbox.mostRead());
  }

  @Test
  void hasFewWorkersHoweverManyConversationsWait() {
    chat.goDown();
    int many = 20_000;
    IntStream.range(0, many).forEach(n -> courier.deliver(outbox.add(note(n, n))));

    await().atMost(LONG).until(() -> chat.sends().size() > AT_ONCE);
    int quick = chat.sends().size();
    chat.comeBack();

    await().atMost(LONG).until(() -> outbox.done().size() == many);
    assertTrue(chat.mostUnderWay() <= AT_ONCE);
    assertTrue(quick < many / 4, () -> "so many tries while it was down: " + quick);
  }

  @Test
  void letsConversationsPassOneThatIsStuck() {
    chat.answer(effect -> effect.key().equals("n0") ? NO : new Attempt.Accepted(""));
    courier.deliver(outbox.add(note(0, 1)));
    courier.deliver(outbox.add(note(1, 1)));
    courier.deliver(outbox.add(note(2, 2)));

    await().atMost(LONG).until(() -> chat.sends().stream().filter("n0"::equals).count() > 12);
    assertEquals(List.of("n2"), chat.standing());
    chat.comeBack();

    await().atMost(LONG).until(() -> outbox.done().size() == 3);
    assertEquals(List.of("n2", "n0", "n1"), chat.standing());
  }

  @Test
  void repeatsNoCallForHelpThatNobodyWantsAnyMore() {
    slack.goDown();
    courier.deliver(outbox.add(post(0)));
    courier.deliver(outbox.add(post(1)));
    await().atMost(LONG).until(() -> !slack.looks().isEmpty());
    outbox.withdraw("p0");
    outbox.withdraw("p1");
    courier.deliver(outbox.add(post(2)));
    slack.comeBack();

    await().atMost(LONG).until(() -> outbox.done().contains("p2"));
    assertEquals(List.of("p2"), slack.standing());
    assertEquals(List.of("p0", "p1"), outbox.refused());
  }

  @Test
  void takesWhatNobodyWantsAnyMoreForDeliveredIfItStands() {
    AtomicInteger sends = new AtomicInteger();
    slack.losesAnswersTo(effect -> sends.getAndIncrement() == 0);
    outbox.withdraw("p0");
    courier.deliver(outbox.add(post(0)));

    await().atMost(LONG).until(() -> outbox.done().contains("p0"));
    assertEquals(List.of("p0"), slack.standing());
    assertEquals(List.of("p0"), slack.sends());
  }

  private static List<String> keys(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> "p" + n).toList();
  }

  private static Effect post(int n) {
    return new Effect.PostToSlack("p" + n, "issue-" + n, "text " + n);
  }

  private static Effect reply(int n) {
    return new Effect.PostInThread("r" + n, "1.000" + n, "text " + n);
  }

  private static Effect note(int n, int conversation) {
    return new Effect.NoteToAgent(
        "n" + n, new Conversation(Chat.HELP, Integer.toString(conversation)), "text " + n);
  }
}
