package gameday.pipeline.server;

import gameday.contract.PipelinePath;
import gameday.pipeline.Conduct;
import gameday.pipeline.Effect;
import gameday.pipeline.catchup.CatchUp;
import gameday.pipeline.catchup.Learner;
import gameday.pipeline.delivery.Backoff;
import gameday.pipeline.delivery.Courier;
import gameday.pipeline.delivery.Deliveries;
import gameday.pipeline.log.Redaction;
import gameday.pipeline.meters.Meters;
import gameday.pipeline.meters.Meters.Product;
import gameday.pipeline.products.Inbound;
import gameday.pipeline.products.ModChatInbound;
import gameday.pipeline.products.Seal;
import gameday.pipeline.products.Signature;
import gameday.pipeline.products.SlackInbound;
import gameday.pipeline.record.Arrival;
import gameday.pipeline.record.Mind;
import gameday.pipeline.record.Outgoing;
import gameday.pipeline.record.Recorder;
import gameday.pipeline.record.Surroundings;
import gameday.pipeline.settings.Settings;
import gameday.pipeline.store.Ledger;
import gameday.process.PipelinePart;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running pipeline. */
final class PipelineServer implements Surroundings {
  private static final Logger LOG = LoggerFactory.getLogger(PipelineServer.class);

  private static final Duration SOCKET_PATIENCE = Duration.ofSeconds(10);

  /** Who goes by {@code /ready} hears of the end so long before it comes. */
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(1);

  private final Settings settings;
  private final Manners manners;
  private final Runnable broken;
  private final Meters meters = new Meters();
  private final Products.HelpChat helpChat;
  private final Ledger ledger;
  private final Courier.Doors doors;
  private final Deliveries deliveries;
  private final Recorder recorder;
  private final CatchUp catchUp;
  private final Readiness readiness;
  private final Probes probes;
  private final Optional<SlackSocket> socket;
  private final StatusRoutes status;
  private final WebServer web;
  private final long startedNanos = System.nanoTime();

  private PipelineServer(Settings settings, Conduct conduct, Ledger ledger, Runnable broken)
      throws SQLException {
    this.settings = settings;
    this.manners = new Manners(conduct);
    this.broken = broken;
    this.ledger = ledger;
    Backoff backoff = new Backoff(settings.speed());
    Products products = Products.of(settings, conduct, backoff, meters);
    this.helpChat = products.helpChat();
    this.doors = products.doors();
    Courier.Outbox outbox = outbox();
    this.deliveries = new Deliveries(() -> new Courier(doors, backoff, outbox));
    this.recorder =
        new Recorder(ledger, new Mind(settings.playbook(), conduct), settings.speed(), this);
    this.catchUp = new CatchUp(products.looks(), new Learner(recorder), backoff);
    this.readiness = new Readiness(new Redaction(settings.secrets()));
    this.probes = new Probes(products.probes(), readiness);
    this.socket = settings.slack().appToken().map(token -> socket(backoff));
    this.status =
        new StatusRoutes(
            this::isUp,
            settings.modChat().isPresent() ? List.of() : List.of(PipelinePart.MOD_CHAT),
            readiness,
            recorder,
            meters);
    this.web =
        WebServer.builder()
            .host(settings.listen().host())
            .port(settings.listen().port())
            .shutdownHook(false)
            // A webhook takes milliseconds; who keeps an idle connection need not be waited for.
            .shutdownGracePeriod(Duration.ofMillis(100))
            .routing(this::routes)
            .build();
  }

  private SlackSocket socket(Backoff backoff) {
    Envelopes envelopes = new Envelopes(slackInbound(), recorder::learn, meters, catchUp::again);
    return new SlackSocket(settings.slack(), envelopes, readiness, backoff);
  }

  /**
   * Rebuilds the state, takes up what was left undelivered, listens, and then catches up with what
   * was missed.
   *
   * @param broken runs if it can't go on
   */
  static PipelineServer start(Settings settings, Runnable broken) throws SQLException {
    return start(settings, Conduct.HONEST, broken);
  }

  /** Likewise, behaving as {@code conduct} has it. */
  static PipelineServer start(Settings settings, Conduct conduct, Runnable broken)
      throws SQLException {
    Ledger ledger = Ledger.open(settings.database());
    PipelineServer server;
    try {
      server = new PipelineServer(settings, conduct, ledger, broken);
      server.recorder.start();
    } catch (SQLException | RuntimeException e) {
      ledger.close();
      throw e;
    }
    server.listen();
    server.socket.ifPresent(SlackSocket::start);
    server.catchUp.start();
    server.probes.start();
    LOG.info("event=listening port={} speed={}", server.port(), settings.speed());
    return server;
  }

  private void listen() {
    web.start();
    // The web server only logs that it can't.
    if (!web.isRunning()) {
      Settings.Listen where = settings.listen();
      throw new IllegalStateException(
          "can't listen on " + where.host() + ":" + where.port() + "; is the port taken?");
    }
  }

  int port() {
    return web.port();
  }

  // A rehearsal asks for the socket before the first /health that says yes; who comes too late for
  // that, because Slack is down, must not be taken for dead.
  private boolean isUp() {
    return socket.isEmpty()
        || socket.get().hasBeenOpen()
        || System.nanoTime() - startedNanos > SOCKET_PATIENCE.toNanos();
  }

  /** Stops taking webhooks, stores what was taken, and leaves the rest to the next start. */
  void stop() throws InterruptedException, SQLException {
    readiness.drain();
    if (status.isAsked()) {
      Thread.sleep(HEARD_WITHIN);
    }
    probes.stop();
    if (socket.isPresent()) {
      socket.get().stop();
    }
    web.stop();
    catchUp.stop();
    deliveries.end();
    recorder.stop();
    ledger.close();
    meters.close();
    LOG.info("event=stopped");
  }

  /** The recorder, which needs the courier and so is made after it. */
  private Courier.Outbox outbox() {
    return new Courier.Outbox() {
      @Override
      public void settle(String effectKey, Ledger.State state, List<Arrival> outcome)
          throws InterruptedException {
        recorder.settle(effectKey, state, outcome);
        meters.ended(effectKey);
      }

      @Override
      public List<Effect> read(List<String> effectKeys) throws IOException, InterruptedException {
        return recorder.read(effectKeys);
      }

      @Override
      public boolean isWanted(String effectKey) throws IOException, InterruptedException {
        return recorder.wants(effectKey);
      }
    };
  }

  @Override
  public String laneOf(Effect effect) {
    return doors.courierLane(effect);
  }

  @Override
  public void deliver(Outgoing outgoing) {
    meters.begun(outgoing.effect().key(), MeteredDestination.kind(outgoing.effect()));
    deliveries.deliver(outgoing);
  }

  @Override
  public void beginDelivering() {
    deliveries.begin();
  }

  @Override
  public void endDelivering() {
    deliveries.end();
    meters.endedAll();
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
    status.add(routing);
    Entrance helpChatEntrance =
        entrance(
            "help-chat",
            helpChat.signature(),
            settings.helpChat().webhookSecret(),
            helpChat.inbound());
    post(routing, PipelinePath.HELP_CHAT, Product.HELP_CHAT, helpChatEntrance);
    if (settings.modChat().isPresent()) {
      String secret = settings.modChat().get().webhookSecret();
      Entrance modChat = entrance("mod-chat", Seal.MOD_CHAT, secret, new ModChatInbound());
      post(routing, PipelinePath.MOD_CHAT, Product.MOD_CHAT, modChat);
    }
    if (socket.isEmpty()) {
      String secret = settings.slack().signingSecret();
      Entrance slack = entrance("slack", Seal.SLACK, secret, slackInbound());
      post(routing, PipelinePath.SLACK_EVENTS, Product.SLACK, slack);
    }
  }

  private void post(HttpRouting.Builder routing, String path, Product source, Entrance entrance) {
    routing.post(path, new MeteredEntrance(entrance, source, meters));
  }

  private Entrance entrance(String name, Signature signature, String secret, Inbound inbound) {
    return new Entrance(name, signature, secret, inbound, recorder, catchUp::again, manners);
  }

  private Inbound slackInbound() {
    return new SlackInbound(settings.slack().channel());
  }
}
