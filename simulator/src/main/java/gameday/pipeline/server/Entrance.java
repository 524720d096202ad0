package gameday.pipeline.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.pipeline.products.Inbound;
import gameday.pipeline.products.Signature;
import gameday.pipeline.record.Arrival;
import gameday.pipeline.record.Recorder;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one product's webhooks come in: refuses what isn't genuine, acknowledges what is stored.
 *
 * @param name for the log
 * @param secret what the product signs with
 * @param missed runs when a webhook is genuine but can't be stored
 * @param manners how it treats who comes
 */
record Entrance(
    String name,
    Signature signature,
    String secret,
    Inbound inbound,
    Recorder recorder,
    Runnable missed,
    Manners manners)
    implements Handler {
  /** No product sends more; who does wants our memory. */
  private static final int MOST_BYTES = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** With good manners. */
  Entrance(
      String name,
      Signature signature,
      String secret,
      Inbound inbound,
      Recorder recorder,
      Runnable missed) {
    this(name, signature, secret, inbound, recorder, missed, Manners.GOOD);
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) throws IOException {
    if (request.headers().contentLength().orElse(0) > MOST_BYTES) {
      refuse(response, 413, "too-large");
      return;
    }
    byte[] body = body(request);
    if (body.length > MOST_BYTES) {
      refuse(response, 413, "too-large");
      return;
    }
    boolean genuine =
        manners.believes(
            signature,
            secret,
            header -> request.headers().first(HeaderNames.create(header)).orElse(""),
            body);
    if (!genuine) {
      refuse(response, 401, "not-genuine");
      return;
    }
    try {
      JsonNode told = JSON.readTree(body);
      if (told.isMissingNode()) {
        refuse(response, 400, "empty");
      } else {
        take(told, response);
      }
    } catch (JsonProcessingException e) {
      refuse(response, 400, "no-json");
    }
  }

  private static byte[] body(ServerRequest request) throws IOException {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream stream = request.content().inputStream()) {
      return stream.readNBytes(MOST_BYTES + 1);
    }
  }

  private void take(JsonNode body, ServerResponse response) {
    if (body.path("type").asText().equals("url_verification")) {
      response
          .header("Content-Type", "application/json")
          .send(
              JSON.createObjectNode().put("challenge", body.path("challenge").asText()).toString());
      return;
    }
    try {
      List<Arrival> arrivals = inbound.read(body);
      if (!arrivals.isEmpty()) {
        manners.store(arrivals, recorder);
      }
      manners.holdBack();
      response.status(200).send();
    } catch (ExecutionException | TimeoutException e) {
      refuse(response, 503, "not-stored");
      missed.run();
    } catch (IOException e) {
      refuse(response, 503, "not-understood-now");
      missed.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      refuse(response, 503, "stopping");
    }
  }

  private void refuse(ServerResponse response, int status, String reason) {
    LOG.warn("event=webhook-refused from={} status={} reason={}", name, status, reason);
    response.status(status).send();
  }
}
