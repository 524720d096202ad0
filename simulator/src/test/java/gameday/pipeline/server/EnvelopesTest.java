package gameday.pipeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.pipeline.meters.Meters;
import gameday.pipeline.products.SlackInbound;
import gameday.pipeline.record.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnvelopesTest {
  private final AtomicInteger missed = new AtomicInteger();
  private final List<String> answers = new ArrayList<>();
  private final List<Arrival> given = new ArrayList<>();
  private final CompletableFuture<Void> stored = new CompletableFuture<>();
  private final Meters meters = new Meters();
  private final Envelopes envelopes =
      new Envelopes(
          new SlackInbound("C1"),
          arrivals -> {
            given.addAll(arrivals);
            return stored;
          },
          meters,
          missed::incrementAndGet);

  @AfterEach
  void close() {
    meters.close();
  }

  private void take(String payload, Consumer<String> answer) throws Exception {
    String text = "{\"type\":\"events_api\",\"envelope_id\":\"e1\",\"payload\":%s}";
    JsonNode envelope = new ObjectMapper().readTree(text.formatted(payload));
    envelopes.take(envelope, answer);
  }

  private static String event() {
    return Sender.answer("1700000000.000001", "Ev1");
  }

  @Test
  void acknowledgesOnlyWhatIsStored() throws Exception {
    take(event(), answers::add);
    List<String> before = List.copyOf(answers);
    stored.complete(null);

    assertEquals(1, given.size());
    assertEquals(List.of(), before);
    assertEquals(List.of("{\"envelope_id\":\"e1\"}"), answers);
    assertEquals(0, missed.get());
    String counted = "gameday_pipeline_webhooks_total{outcome=\"stored\",source=\"slack\"} 1.0";
    assertTrue(meters.scrape().contains(counted), meters::scrape);
  }

  @Test
  void doesNotAcknowledgeWhatCanNotBeStored() throws Exception {
    take(event(), answers::add);
    stored.completeExceptionally(new IllegalStateException("full"));

    assertEquals(List.of(), answers);
    assertEquals(1, missed.get());
    String counted = "gameday_pipeline_webhooks_total{outcome=\"not-stored\",source=\"slack\"} 1.0";
    assertTrue(meters.scrape().contains(counted), meters::scrape);
  }

  @Test
  void acknowledgesWhatDoesNotConcernThePipelineAtOnce() throws Exception {
    take("{\"type\":\"block_actions\"}", answers::add);

    assertEquals(List.of(), given);
    assertEquals(List.of("{\"envelope_id\":\"e1\"}"), answers);
  }

  @Test
  void aConnectionThatIsGoneDoesNoHarm() throws Exception {
    take(
        event(),
        text -> {
          throw new IllegalStateException("gone");
        });

    assertTrue(stored.complete(null));
    assertEquals(0, missed.get());
  }
}
