package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.pipeline.Playbook;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvelopesTest {
  private static final Playbook PLAYBOOK = Playbook.of(Events.HORIZON);

  private final AtomicInteger missed = new AtomicInteger();
  private final List<String> answers = new CopyOnWriteArrayList<>();

  private static JsonNode envelope(String id, String payload) throws Exception {
    String text = "{\"type\":\"events_api\",\"envelope_id\":\"%s\",\"payload\":%s}";
    return new ObjectMapper().readTree(text.formatted(id, payload));
  }

  private Envelopes envelopes(Recorder recorder) {
    return new Envelopes(new SlackInbound("C1"), recorder, missed::incrementAndGet);
  }

  @Test
  void acknowledgesOnlyWhatIsStored(@TempDir Path dir) throws Exception {
    try (Ledger ledger = Ledger.open(dir)) {
      Recorder recorder = new Recorder(ledger, PLAYBOOK, 10, outgoing -> {}, () -> {});

      envelopes(recorder)
          .take(envelope("e1", Sender.answer("1700000000.000001", "Ev1")), answers::add);
      List<String> before = List.copyOf(answers);
      recorder.start();

      await().until(() -> !answers.isEmpty());
      recorder.stop();
      assertEquals(List.of(), before);
      assertEquals(List.of("{\"envelope_id\":\"e1\"}"), answers);
      assertEquals(0, missed.get());
    }
  }

  @Test
  void doesNotAcknowledgeWhatCanNotBeStored(@TempDir Path dir) throws Exception {
    try (Ledger ledger = Ledger.open(dir)) {
      Recorder recorder = new Recorder(ledger, PLAYBOOK, 10, outgoing -> {}, () -> {});
      recorder.start();
      recorder.stop();

      envelopes(recorder)
          .take(envelope("e1", Sender.answer("1700000000.000001", "Ev1")), answers::add);

      assertEquals(List.of(), answers);
      assertEquals(1, missed.get());
    }
  }

  @Test
  void acknowledgesWhatDoesNotConcernThePipelineAtOnce(@TempDir Path dir) throws Exception {
    try (Ledger ledger = Ledger.open(dir)) {
      Recorder recorder = new Recorder(ledger, PLAYBOOK, 10, outgoing -> {}, () -> {});

      envelopes(recorder).take(envelope("e1", "{\"type\":\"block_actions\"}"), answers::add);

      assertEquals(List.of("{\"envelope_id\":\"e1\"}"), answers);
    }
  }

  @Test
  void aConnectionThatIsGoneDoesNoHarm(@TempDir Path dir) throws Exception {
    try (Ledger ledger = Ledger.open(dir)) {
      Recorder recorder = new Recorder(ledger, PLAYBOOK, 10, outgoing -> {}, () -> {});
      recorder.start();

      envelopes(recorder)
          .take(
              envelope("e1", Sender.answer("1700000000.000001", "Ev1")),
              text -> {
                throw new IllegalStateException("gone");
              });
      envelopes(recorder)
          .take(envelope("e2", Sender.answer("1700000000.000001", "Ev1")), answers::add);

      await().until(() -> !answers.isEmpty());
      recorder.stop();
    }
  }
}
