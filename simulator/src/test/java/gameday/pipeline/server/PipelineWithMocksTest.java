package gameday.pipeline.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.contract.EventFile;
import gameday.mocks.chat.ChatListener;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.chat.VisitorApi;
import gameday.mocks.delivery.WebhookSender;
import gameday.mocks.faults.Fault;
import gameday.mocks.faults.Faults;
import gameday.mocks.helpchat.chatwoot.Chatwoot;
import gameday.mocks.http.CallListener;
import gameday.mocks.http.MockServer;
import gameday.mocks.slack.RateLimits;
import gameday.mocks.slack.SlackApi;
import gameday.mocks.slack.SlackCredentials;
import gameday.mocks.slack.SlackEvents;
import gameday.mocks.slack.SlackListener;
import gameday.mocks.slack.SlackMessage;
import gameday.mocks.slack.SlackWorkspace;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.process.Profile;
import gameday.process.Tier;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineWithMocksTest implements ChatListener, SlackListener, CallListener {
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final List<SlackMessage> posts = new CopyOnWriteArrayList<>();
  private final List<String> opened = new CopyOnWriteArrayList<>();

  @Test
  void escalatesAndBringsTheAnswerBackOnceThoughTheAnswersToItsCallsAreLost(@TempDir Path dir)
      throws Exception {
    Faults faults = new Faults(42);
    WebhookSender webhooks = new WebhookSender(10, 100, faults, (hook, n, status, nanos) -> {});
    SlackWorkspace slack = new SlackWorkspace("juno", Clock.systemUTC(), faults);
    SlackCredentials credentials = SlackCredentials.of(42);
    SlackEvents.of(slack, credentials, webhooks, Clock.systemUTC());
    slack.listen(this);
    String channel = slack.createChannel("horizon");
    String csm = slack.addPerson("Cora", "cora@juno.example");
    slack.join(channel, csm);
    Chatwoot chatwoot =
        new Chatwoot(42, new Surroundings(webhooks, this, () -> false, Clock.systemUTC()));
    SlackApi api = new SlackApi(slack, credentials, RateLimits.off());
    MockServer mocks = MockServer.start(0, List.of(api, chatwoot), faults, this);
    Map<String, String> environment = new HashMap<>(credentials.environment());
    environment.putAll(chatwoot.credentials());
    environment.put("PORT", "0");
    environment.put("SLACK_API_URL", mocks.url(api) + "/api/");
    environment.put("SLACK_CHANNEL", channel);
    environment.put("HELP_CHAT_URL", mocks.url(chatwoot).toString());
    environment.put("MOD_CHAT_URL", "http://127.0.0.1:1");
    environment.put("MOD_CHAT_TOKEN", "token");
    environment.put("MOD_CHAT_WEBHOOK_SECRET", "secret");
    environment.put("GAMEDAY_SPEED", "10");
    environment.put("GAMEDAY_EVENT", event(dir, csm).toString());
    environment.put("GAMEDAY_STATE_DIR", dir.resolve("state").toString());
    PipelineServer server =
        switch (Settings.read(environment)) {
          case Settings.Result.Bad bad -> throw new AssertionError(bad.faults());
          case Settings.Result.Good good -> PipelineServer.start(good.settings(), () -> {});
        };
    webhooks.pipeline(URI.create("http://127.0.0.1:" + server.port()));
    Fault lost = new Fault.LostAnswers(1);

    try {
      String conversation = ask(URI.create("http://127.0.0.1:" + mocks.port()), chatwoot);
      String agent = chatwoot.addAgent("Al", "al@client.example");
      assertTrue(chatwoot.handOver(conversation));
      assertTrue(chatwoot.take(conversation, agent));
      faults.begin("slack", lost);
      assertTrue(chatwoot.note(conversation, agent, "/escalate\nIssue: no sound"));
      await().until(() -> posts.size() == 1);
      faults.end("slack", lost);
      faults.begin("help-chat", lost);
      String ts = posts.getFirst().ts();
      String head = "Answer from Slack (thread " + ts + "):\n";
      slack.post(csm, channel, "Use Chrome &amp; reload (ref q-00001)", Optional.of(ts));
      await().until(() -> !notes.isEmpty());
      faults.end("help-chat", lost);
      slack.post(csm, channel, "And sign in again", Optional.of(ts));
      await().until(() -> notes.contains(head + "And sign in again"));

      assertEquals(
          List.of(head + "Use Chrome & reload (ref q-00001)", head + "And sign in again"), notes);
      assertTrue(posts.getFirst().text().contains("*Affected users:* ada@example.org"));
      assertEquals(List.of(ts, ts), posts.stream().flatMap(p -> p.threadTs().stream()).toList());
      assertEquals(3, posts.size());
    } finally {
      server.stop();
      mocks.close();
      webhooks.close();
    }
  }

  private static Path event(Path dir, String csm) throws IOException {
    Path path = dir.resolve("event.json");
    new EventFile(
            new EventFile.Event("Horizon", "https://horizon.example", "horizon"),
            List.of(),
            new EscalationProcess(
                Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT, Deadlines.DEFAULT),
            new Mention.Here(),
            "S1",
            List.of(
                new EventFile.Member(
                    "csm-1", "Cora", "", Tier.CSM, Optional.of(csm), Optional.empty())))
        .write(path);
    return path;
  }

  private String ask(URI base, Chatwoot chatwoot) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    Map<String, String> known = new HashMap<>();
    VisitorApi.Visitor visitor = new VisitorApi.Visitor("q-00001", "Ada", "ada@example.org");
    for (VisitorApi.Step step : chatwoot.visitors().opening(visitor, "no sound")) {
      VisitorApi.VisitorCall call = step.call(known);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(base.resolve(call.path()))
              .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
      call.headers().forEach(request::header);
      String body = client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
      known.putAll(step.learn(body));
    }
    await().until(() -> !opened.isEmpty());
    return opened.getFirst();
  }

  @Override
  public void opened(String conversation, String visitorKey, String email, String text) {
    opened.add(conversation);
  }

  @Override
  public void visitorWrote(String conversation, String text) {}

  @Override
  public void pipelineReplied(String conversation, String text) {}

  @Override
  public void pipelineNoted(String conversation, String text) {
    notes.add(text);
  }

  @Override
  public void posted(SlackMessage message) {
    posts.add(message);
  }

  @Override
  public void reacted(String channelId, String channel, String ts, String user, String name) {}

  @Override
  public void called(String service, String label, int status, String outcome) {}

  @Override
  public void broke(String service, String call, RuntimeException why) {
    throw why;
  }
}
