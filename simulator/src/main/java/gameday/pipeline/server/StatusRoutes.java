package gameday.pipeline.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.contract.PipelinePath;
import gameday.pipeline.meters.Meters;
import gameday.pipeline.record.Recorder;
import gameday.process.Chat;
import gameday.process.PipelinePart;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Whether the pipeline lives, whether it can do its work, and how much it does. */
final class StatusRoutes {
  static final String METRICS = "/metrics";

  private static final long STORED_WITHIN_MILLIS = 1_000;

  private final BooleanSupplier up;
  private final List<PipelinePart> without;
  private final Readiness readiness;
  private final Recorder recorder;
  private final Meters meters;
  private volatile boolean asked;

  /**
   * @param up whether the start is over
   * @param without parts of the contract that it runs without
   */
  StatusRoutes(
      BooleanSupplier up,
      List<PipelinePart> without,
      Readiness readiness,
      Recorder recorder,
      Meters meters) {
    this.up = up;
    this.without = List.copyOf(without);
    this.readiness = readiness;
    this.recorder = recorder;
    this.meters = meters;
    meters.ready(this::isReady);
    meters.queue(recorder::waiting);
    meters.conversations(Meters.Product.HELP_CHAT, () -> open(Chat.HELP));
    meters.conversations(Meters.Product.MOD_CHAT, () -> open(Chat.MOD));
  }

  void add(HttpRouting.Builder routing) {
    routing
        .get(PipelinePath.HEALTH, this::health)
        .get(PipelinePath.READY, this::ready)
        .get(METRICS, this::metrics);
  }

  /** Whether somebody goes by {@code /ready}, and should hear of the end before it comes. */
  boolean isAsked() {
    return asked;
  }

  private void health(ServerRequest request, ServerResponse response) {
    boolean isUp = up.getAsBoolean();
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("status", isUp ? "up" : "starting");
    if (!without.isEmpty()) {
      without.stream().map(PipelinePart::word).forEach(body.putArray("without")::add);
    }
    send(response, isUp, body);
  }

  private void ready(ServerRequest request, ServerResponse response) {
    asked = true;
    send(response, isReady(), readiness.json());
  }

  private boolean isReady() {
    judgeRecorder();
    return readiness.isReady();
  }

  private void metrics(ServerRequest request, ServerResponse response) {
    response.header("Content-Type", Meters.CONTENT_TYPE).send(meters.scrape());
  }

  private double open(Chat chat) {
    try {
      return recorder
          .ask(pipeline -> pipeline.open(chat).size())
          .get(STORED_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return Double.NaN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Double.NaN;
    }
  }

  private void judgeRecorder() {
    int waiting = recorder.waiting();
    if (waiting > Recorder.WAITING * 8 / 10) {
      readiness.wrong("queue", waiting + " of at most " + Recorder.WAITING + " wait to be stored");
    } else {
      readiness.fine("queue");
    }
    try {
      // It is answered between two commits.
      recorder.ask(pipeline -> true).get(STORED_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
      readiness.fine("database");
    } catch (ExecutionException e) {
      readiness.wrong("database", String.valueOf(e.getCause().getMessage()));
    } catch (TimeoutException e) {
      readiness.wrong("database", "nothing was stored for " + STORED_WITHIN_MILLIS + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(ServerResponse response, boolean well, ObjectNode body) {
    response
        .status(well ? 200 : 503)
        .header("Content-Type", "application/json")
        .send(body.toString());
  }
}
