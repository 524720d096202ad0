package gameday.pipeline.server;

import gameday.pipeline.meters.Meters;
import gameday.pipeline.meters.Meters.Arrived;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;

/** Counts what becomes of one product's webhooks, and how long the answer takes. */
record MeteredEntrance(Handler entrance, Meters.Product source, Meters meters) implements Handler {
  @Override
  public void handle(ServerRequest request, ServerResponse response) throws Exception {
    long began = System.nanoTime();
    entrance.handle(request, response);
    Arrived outcome =
        switch (response.status().code()) {
          case 200 -> Arrived.STORED;
          case 400 -> Arrived.NO_JSON;
          case 401 -> Arrived.NOT_GENUINE;
          case 413 -> Arrived.TOO_LARGE;
          case 503 -> Arrived.NOT_STORED;
          default -> Arrived.OTHER;
        };
    meters.arrived(source, outcome, Duration.ofNanos(System.nanoTime() - began));
  }
}
