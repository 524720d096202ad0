package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.contract.PipelineEnvironment;
import gameday.pipeline.Signal;
import gameday.pipeline.catchup.CatchUp;
import gameday.pipeline.catchup.Learner;
import gameday.pipeline.delivery.Backoff;
import gameday.pipeline.delivery.Gate;
import gameday.pipeline.products.ChatwootDestination;
import gameday.pipeline.products.ChatwootInbound;
import gameday.pipeline.products.Seal;
import gameday.pipeline.record.Arrival;
import gameday.pipeline.record.NotedDeliveries;
import gameday.pipeline.record.Recorder;
import gameday.pipeline.settings.Settings;
import gameday.pipeline.store.Ledger;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import io.helidon.webserver.WebServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More comes than can be kept: what is refused is learnt later, though no webhook comes twice. */
class FullQueueTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final EscalationProcess BY_NOTE =
      new EscalationProcess(
          Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT, Deadlines.DEFAULT);

  private final NotedDeliveries deliveries = new NotedDeliveries();
  private final AtomicInteger refused = new AtomicInteger();
  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void catchesUpWithAnEscalationThatItRefusedBecauseTooMuchWaited(@TempDir Path dir)
      throws Exception {
    try (MockedWorld world = new MockedWorld(HelpChatProduct.CHATWOOT, BY_NOTE, dir)) {
      Settings settings = settings(world);
      try (Ledger ledger = Ledger.open(settings.database())) {
        Recorder recorder = new Recorder(ledger, settings.playbook(), settings.speed(), deliveries);
        CatchUp catchUp = catchUp(settings, recorder);
        recorder.start();
        catchUp.start();
        WebServer web = listen(settings, recorder, catchUp);
        try {
          // The look at the start is over; whoever looks now was told to.
          await().atMost(LONG).until(() -> looks(world) == 2);
          fill(recorder);
          world.reach(web.port());
          world.takeAndNote(world.ask("q1"), "/escalate\nIssue: no sound");
          await().atMost(LONG).until(() -> world.mocks.pendingDeliveries() == 0);
          assertTrue(refused.get() > 0);
          assertEquals(List.of(), deliveries.given);

          goOn.countDown();

          await().atMost(LONG).until(() -> !deliveries.given.isEmpty());
          assertTrue(posted().contains("*Issue:* no sound\n"), this::posted);
        } finally {
          goOn.countDown();
          web.stop();
          catchUp.stop();
          recorder.stop();
        }
        assertEquals(1, deliveries.given.size());
      }
    }
  }

  /** A look asks for open conversations and for pending ones. */
  private static long looks(MockedWorld world) {
    return world.calls.stream().filter(call -> call.contains("GET conversations ")).count();
  }

  private static Settings settings(MockedWorld world) {
    return switch (Settings.read(PipelineEnvironment.of(world.environment))) {
      case Settings.Result.Good good -> good.settings();
      case Settings.Result.Bad bad -> throw new AssertionError(bad.faults());
    };
  }

  private static CatchUp catchUp(Settings settings, Recorder recorder) {
    CatchUp.Look chat =
        new CatchUp.Look(
            "help-chat", new ChatwootDestination(settings.helpChat()).lookBack(), new Gate(4));
    return new CatchUp(List.of(chat), new Learner(recorder), new Backoff(settings.speed()));
  }

  private WebServer listen(Settings settings, Recorder recorder, CatchUp catchUp) {
    Entrance entrance =
        new Entrance(
            "help-chat",
            Seal.CHATWOOT,
            settings.helpChat().webhookSecret(),
            new ChatwootInbound(),
            recorder,
            () -> {
              refused.incrementAndGet();
              catchUp.again();
            });
    return WebServer.builder()
        .host("127.0.0.1")
        .shutdownHook(false)
        .routing(routing -> routing.post("/webhooks/help-chat", entrance))
        .build()
        .start();
  }

  /** The recorder's thread is busy until it may go on, and what comes meanwhile piles up. */
  private void fill(Recorder recorder) throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    recorder.ask(
        pipeline -> {
          busy.countDown();
          await().atMost(LONG).until(() -> goOn.getCount() == 0);
          return true;
        });
    busy.await();
    int number = 0;
    Arrival tick;
    do {
      tick = new Arrival("tick" + number++, new Signal.Tick());
    } while (!recorder.learn(List.of(tick)).isCompletedExceptionally());
  }

  private String posted() {
    return deliveries.given.getFirst().effect().text();
  }
}
