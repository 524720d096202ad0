package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.contract.EventFile;
import gameday.contract.PipelineEnvironment;
import gameday.mocks.HelpChatKind;
import gameday.mocks.Listeners;
import gameday.mocks.MockSettings;
import gameday.mocks.Mocks;
import gameday.mocks.chat.VisitorApi;
import gameday.mocks.helpchat.HelpChat;
import gameday.mocks.http.CallListener;
import gameday.mocks.intruder.IntruderListener;
import gameday.mocks.modchat.ModChat;
import gameday.mocks.modchat.ModChatDoor;
import gameday.mocks.modchat.Role;
import gameday.mocks.slack.SlackListener;
import gameday.mocks.slack.SlackMessage;
import gameday.mocks.slack.SlackWorkspace;
import gameday.pipeline.settings.Settings;
import gameday.process.EscalationProcess;
import gameday.process.HelpChatProduct;
import gameday.process.Mention;
import gameday.process.Tier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All the mocks on one port, a Client team agent, a CSM, and a pipeline that can be restarted. */
public final class MockedWorld implements SlackListener, CallListener, ModChatDoor, AutoCloseable {
  /** The page of a session; nobody asks there unless a test says so. */
  static final String PANEL = "https://horizon.example/panel";

  private static final int SPEED = 10;

  final Mocks mocks;
  final SlackWorkspace slack;
  final List<SlackMessage> posts = new CopyOnWriteArrayList<>();
  final List<String> calls = new CopyOnWriteArrayList<>();
  final List<Post> slackPosts = new CopyOnWriteArrayList<>();
  final Heard inHelpChat = new Heard();
  final Heard inModChat = new Heard();
  final HelpChat helpChat;
  final ModChat modChat;
  final String channel;
  final String csm;
  final String al;
  final String helpChatAgent;
  final String modChatAgent;
  public final Map<String, String> environment = new HashMap<>();

  /**
   * Runs when a call of the pipeline has been carried out, before it is answered, and when the
   * pipeline has acknowledged a webhook, or has not.
   */
  volatile Runnable step = () -> {};

  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<PipelineServer> pipeline = Optional.empty();

  /** When a call that posts to Slack was answered, and with which status. */
  record Post(long atNanos, int status) {}

  public MockedWorld(HelpChatProduct product, EscalationProcess process, Path dir)
      throws IOException {
    this(product, process, dir, SPEED);
  }

  public MockedWorld(HelpChatProduct product, EscalationProcess process, Path dir, int speed)
      throws IOException {
    this(
        MockSettings.standard()
            .seed(42)
            .speed(speed)
            .unlimited()
            .helpChat(HelpChatKind.valueOf(product.name())),
        process,
        dir);
  }

  public MockedWorld(MockSettings settings, EscalationProcess process, Path dir)
      throws IOException {
    mocks =
        Mocks.start(
            settings,
            new Listeners(
                this,
                inHelpChat,
                inModChat,
                this,
                this,
                (webhook, attempt, status, nanos) -> step.run(),
                IntruderListener.NONE));
    slack = mocks.slack();
    channel = slack.createChannel("horizon");
    csm = slack.addPerson("Cora", "cora@juno.example");
    al = slack.addPerson("Al", "al@client.example");
    slack.join(channel, csm);
    slack.join(channel, al);
    helpChat = mocks.helpChat();
    modChat = mocks.modChat();
    modChat.addSession("keynote", "Keynote", "https://horizon.example/keynote");
    modChat.addMember("keynote", "sam@speaker.example", Role.SPEAKER);
    helpChatAgent = helpChat.addAgent("Al", "al@client.example");
    modChatAgent = modChat.addAgent("Al", "al@client.example");
    Path event = dir.resolve("event.json");
    eventFile(process).write(event);
    environment.putAll(mocks.environment());
    environment.put("PORT", "0");
    environment.put("SLACK_CHANNEL", channel);
    environment.put("GAMEDAY_SPEED", Double.toString(settings.speed()));
    environment.put("GAMEDAY_EVENT", event.toString());
    environment.put("GAMEDAY_STATE_DIR", dir.resolve("state").toString());
  }

  private EventFile eventFile(EscalationProcess process) {
    return new EventFile(
        new EventFile.Event("Horizon", "https://horizon.example", "horizon"),
        List.of(new EventFile.Session("panel", "Panel", PANEL)),
        process,
        new Mention.Here(),
        "S1",
        List.of(
            new EventFile.Member("csm-1", "Cora", "", Tier.CSM, Optional.of(csm), Optional.empty()),
            new EventFile.Member(
                "agent-1",
                "Al",
                "al@client.example",
                Tier.CLIENT_TEAM,
                Optional.of(al),
                Optional.of(helpChatAgent))));
  }

  /** Starts the pipeline; webhooks reach it only after {@link #reach}. */
  void startPipeline() throws SQLException {
    pipeline =
        Optional.of(
            switch (Settings.read(PipelineEnvironment.of(environment))) {
              case Settings.Result.Bad bad -> throw new AssertionError(bad.faults());
              case Settings.Result.Good good -> PipelineServer.start(good.settings(), () -> {});
            });
  }

  void reach() {
    reach(port());
  }

  /** Where the pipeline listens. */
  int port() {
    return pipeline.orElseThrow().port();
  }

  void reach(int port) {
    mocks.connect(URI.create("http://127.0.0.1:" + port));
  }

  void stopPipeline() throws InterruptedException, SQLException {
    if (pipeline.isPresent()) {
      pipeline.get().stop();
    }
    pipeline = Optional.empty();
  }

  /** A visitor asks in the Help chat and is handed over; the conversation. */
  String ask(String key) throws IOException, InterruptedException {
    String conversation = open(key);
    assertTrue(helpChat.handOver(conversation));
    return conversation;
  }

  /** A visitor asks in the Help chat, and the chatbot has it; the conversation. */
  String open(String key) throws IOException, InterruptedException {
    VisitorApi.Visitor visitor = new VisitorApi.Visitor(key, "Ada", key + "@example.org");
    return open(helpChat.visitors(), visitor, "no sound, " + key);
  }

  String askInModChat() throws IOException, InterruptedException {
    VisitorApi.Visitor sam = new VisitorApi.Visitor("q-9", "Sam", "sam@speaker.example");
    return open(modChat.members("keynote"), sam, "no camera");
  }

  private String open(VisitorApi api, VisitorApi.Visitor visitor, String text)
      throws IOException, InterruptedException {
    URI base = mocks.url();
    Map<String, String> known = new HashMap<>();
    for (VisitorApi.Step step : api.opening(visitor, text)) {
      VisitorApi.VisitorCall call = step.call(known);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(base.resolve(call.path()))
              .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
      call.headers().forEach(request::header);
      String body = client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
      known.putAll(step.learn(body));
    }
    return known.get("conversation");
  }

  /** The agent takes a conversation of the Help chat and writes a note. */
  void takeAndNote(String conversation, String note) {
    assertTrue(helpChat.take(conversation, helpChatAgent));
    assertTrue(helpChat.note(conversation, helpChatAgent, note));
  }

  /** The CSM answers in the thread. */
  void answer(SlackMessage post, String text) {
    assertTrue(slack.post(csm, channel, text, Optional.of(post.ts())).isPresent());
  }

  void awaitPosts(int count) {
    await().until(() -> posts.size() >= count);
  }

  /** The note that brings {@code answer} back. */
  static String noteOf(SlackMessage post, String answer) {
    return "Answer from Slack (thread " + post.ts() + "):\n" + answer;
  }

  @Override
  public void close() throws SQLException {
    try {
      stopPipeline();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    mocks.close();
  }

  @Override
  public void posted(SlackMessage message) {
    posts.add(message);
  }

  @Override
  public void reacted(String channelId, String channel, String ts, String user, String name) {}

  @Override
  public void called(String service, String label, int status, String outcome) {
    if (label.equals("chat.postMessage")) {
      slackPosts.add(new Post(System.nanoTime(), status));
    }
    calls.add(service + " " + label + " " + status + " " + outcome);
    step.run();
  }

  @Override
  public void broke(String service, String call, RuntimeException why) {
    throw why;
  }

  @Override
  public void refused(String session, String email, boolean writing) {}

  @Override
  public void granted(String session, String email) {}
}
