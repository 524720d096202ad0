package gameday.pipeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.pipeline.Playbook;
import gameday.pipeline.Signal;
import gameday.pipeline.products.ChatwootInbound;
import gameday.pipeline.products.Inbound;
import gameday.pipeline.products.Seal;
import gameday.pipeline.record.Arrival;
import gameday.pipeline.record.NotedDeliveries;
import gameday.pipeline.record.Recorder;
import gameday.pipeline.store.Database;
import gameday.pipeline.store.Ledger;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.process.Profile;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntranceTest {
  private static final Playbook PLAYBOOK =
      new Playbook(
          new EscalationProcess(
              Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT, Deadlines.DEFAULT),
          new Mention.Here(),
          "https://horizon.example",
          Set.of(),
          Map.of());

  @Test
  void answers503WhenMoreWaitsThanItCanKeep(@TempDir Path dir) throws Exception {
    try (Ledger ledger = Ledger.open(new Database.Sqlite(dir))) {
      AtomicInteger missed = new AtomicInteger();
      // Never started, it takes nothing out of its queue.
      Recorder recorder = new Recorder(ledger, PLAYBOOK, 10, new NotedDeliveries());
      List<CompletableFuture<Void>> waiting =
          IntStream.range(0, Recorder.WAITING)
              .mapToObj(n -> recorder.learn(List.of(new Arrival("k" + n, new Signal.Tick()))))
              .toList();

      int status = answer(new ChatwootInbound(), recorder, missed);

      assertEquals(503, status);
      assertEquals(1, missed.get());
      assertFalse(waiting.getLast().isDone());
      assertTrue(recorder.learn(List.of()).isCompletedExceptionally());
    }
  }

  @Test
  void answers503WhenItCanNotTellNowWhatItWasTold(@TempDir Path dir) throws Exception {
    try (Ledger ledger = Ledger.open(new Database.Sqlite(dir))) {
      AtomicInteger missed = new AtomicInteger();
      Recorder recorder = new Recorder(ledger, PLAYBOOK, 10, new NotedDeliveries());
      Inbound puzzled =
          body -> {
            throw new IOException("who am I?");
          };

      int status = answer(puzzled, recorder, missed);

      assertEquals(503, status);
      assertEquals(1, missed.get());
    }
  }

  private static int answer(Inbound inbound, Recorder recorder, AtomicInteger missed)
      throws Exception {
    WebServer web =
        WebServer.builder()
            .host("127.0.0.1")
            .routing(
                routing ->
                    routing.post(
                        "/webhooks/help-chat",
                        new Entrance(
                            "help-chat",
                            Seal.CHATWOOT,
                            Sender.SECRET,
                            inbound,
                            recorder,
                            missed::incrementAndGet)))
            .build()
            .start();
    try {
      return new Sender(web.port()).chatwoot(Sender.escalation(7));
    } finally {
      web.stop();
    }
  }
}
