package gameday.pipeline.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gameday.pipeline.meters.Meters;
import gameday.pipeline.products.Inbound;
import gameday.pipeline.record.Arrival;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Slack's events come in by Socket Mode: acknowledges what is stored. What isn't acknowledged
 * Slack tells again.
 *
 * @param recorder completes once what it is given is stored
 * @param whenMissed runs when something may have been told that isn't stored
 */
record Envelopes(
    Inbound inbound,
    Function<List<Arrival>, CompletableFuture<Void>> recorder,
    Meters meters,
    Runnable whenMissed) {
  private static final Logger LOG = LoggerFactory.getLogger(Envelopes.class);

  /**
   * Takes one envelope; returns before it is stored.
   *
   * @param answer sends a text back
   */
  void take(JsonNode envelope, Consumer<String> answer) {
    String id = envelope.path("envelope_id").asText();
    if (id.isEmpty()) {
      return;
    }
    long began = System.nanoTime();
    stored(envelope.path("payload"))
        .whenComplete(
            (stored, trouble) -> {
              if (trouble == null) {
                acknowledge(id, answer);
              } else {
                LOG.warn("event=envelope-refused reason=not-stored");
                missed();
              }
              meters.arrived(
                  Meters.Product.SLACK,
                  trouble == null ? Meters.Arrived.STORED : Meters.Arrived.NOT_STORED,
                  Duration.ofNanos(System.nanoTime() - began));
            });
  }

  /** Something may have been told that nobody heard. */
  void missed() {
    whenMissed.run();
  }

  private CompletableFuture<Void> stored(JsonNode payload) {
    try {
      List<Arrival> arrivals = inbound.read(payload);
      return arrivals.isEmpty()
          ? CompletableFuture.completedFuture(null)
          : recorder.apply(arrivals);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(e);
    }
  }

  private static void acknowledge(String id, Consumer<String> answer) {
    try {
      answer.accept(JsonNodeFactory.instance.objectNode().put("envelope_id", id).toString());
    } catch (RuntimeException gone) {
      LOG.warn("event=envelope-not-acknowledged reason=\"{}\"", gone.toString());
    }
  }
}
