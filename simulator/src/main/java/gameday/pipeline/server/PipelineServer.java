package gameday.pipeline.server;

import gameday.contract.PipelinePath;
import gameday.pipeline.Effect;
import gameday.pipeline.store.Ledger;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running pipeline. */
final class PipelineServer implements Surroundings {
  private static final Logger LOG = LoggerFactory.getLogger(PipelineServer.class);

  private final Settings settings;
  private final Runnable broken;
  private final Products.HelpChat helpChat;
  private final Ledger ledger;
  private final Courier.Doors doors;
  private final Deliveries deliveries;
  private final Recorder recorder;
  private final CatchUp catchUp;
  private final WebServer web;

  private PipelineServer(Settings settings, Ledger ledger, Runnable broken) throws SQLException {
    this.settings = settings;
    this.broken = broken;
    this.ledger = ledger;
    Backoff backoff = new Backoff(settings.speed());
    Products products = Products.of(settings, backoff);
    this.helpChat = products.helpChat();
    this.doors = products.doors();
    Courier.Outbox outbox = outbox();
    this.deliveries = new Deliveries(() -> new Courier(doors, backoff, outbox));
    this.recorder = new Recorder(ledger, settings.playbook(), settings.speed(), this);
    this.catchUp = new CatchUp(products.looks(), new Learner(recorder), backoff);
    this.web =
        WebServer.builder()
            .host("127.0.0.1")
            .port(settings.port())
            .shutdownHook(false)
            // A webhook takes milliseconds; who keeps an idle connection need not be waited for.
            .shutdownGracePeriod(Duration.ofMillis(100))
            .routing(this::routes)
            .build();
  }

  /**
   * Rebuilds the state, takes up what was left undelivered, listens, and then catches up with what
   * was missed.
   *
   * @param broken runs if it can't go on
   */
  static PipelineServer start(Settings settings, Runnable broken) throws SQLException {
    Ledger ledger = Ledger.open(settings.database());
    PipelineServer server;
    try {
      server = new PipelineServer(settings, ledger, broken);
      server.recorder.start();
    } catch (SQLException | RuntimeException e) {
      ledger.close();
      throw e;
    }
    server.web.start();
    server.catchUp.start();
    LOG.info("event=ready port={} speed={}", server.port(), settings.speed());
    return server;
  }

  int port() {
    return web.port();
  }

  /** Stops taking webhooks, stores what was taken, and leaves the rest to the next start. */
  void stop() throws InterruptedException, SQLException {
    web.stop();
    catchUp.stop();
    deliveries.end();
    recorder.stop();
    ledger.close();
    LOG.info("event=stopped");
  }

  /** The recorder, which needs the courier and so is made after it. */
  private Courier.Outbox outbox() {
    return new Courier.Outbox() {
      @Override
      public void settle(String effectKey, Ledger.State state, List<Arrival> outcome)
          throws InterruptedException {
        recorder.settle(effectKey, state, outcome);
      }

      @Override
      public List<Effect> read(List<String> effectKeys) throws IOException, InterruptedException {
        return recorder.read(effectKeys);
      }
    };
  }

  @Override
  public String laneOf(Effect effect) {
    return doors.courierLane(effect);
  }

  @Override
  public void deliver(Outgoing outgoing) {
    deliveries.deliver(outgoing);
  }

  @Override
  public void beginDelivering() {
    deliveries.begin();
  }

  @Override
  public void endDelivering() {
    deliveries.end();
  }

  @Override
  public void missed() {
    catchUp.again();
  }

  @Override
  public void wasAway() {
    catchUp.afterAbsence();
  }

  @Override
  public void broken() {
    broken.run();
  }

  private void routes(HttpRouting.Builder routing) {
    routing
        .get(
            PipelinePath.HEALTH,
            (request, response) ->
                response.header("Content-Type", "application/json").send("{\"status\":\"up\"}"))
        .post(
            PipelinePath.HELP_CHAT,
            new Entrance(
                "help-chat",
                helpChat.signature(),
                settings.helpChat().webhookSecret(),
                helpChat.inbound(),
                recorder,
                catchUp::again))
        .post(
            PipelinePath.MOD_CHAT,
            new Entrance(
                "mod-chat",
                Seal.MOD_CHAT,
                settings.modChat().webhookSecret(),
                new ModChatInbound(),
                recorder,
                catchUp::again))
        .post(
            PipelinePath.SLACK_EVENTS,
            new Entrance(
                "slack",
                Seal.SLACK,
                settings.slack().signingSecret(),
                new SlackInbound(settings.slack().channel()),
                recorder,
                catchUp::again));
  }
}
