package gameday.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.mocks.MockSettings;
import gameday.mocks.Mocks;
import gameday.mocks.slack.SlackWorkspace;
import gameday.mocks.slack.Upload;
import gameday.mocks.slack.app.SlackInteractions;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.process.Profile;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** People do everything in Slack that an app is told of, and the reference pipeline is told. */
final class OverheardSlack implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PAYLOAD = "payload=";
  private static final String BLOCKS =
      """
      [{"type":"actions","elements":[{"type":"button","action_id":"take","value":"i-7",
        "text":{"type":"plain_text","text":"Take it"}}]}]
      """;
  private static final String VIEW =
      """
      {"type":"modal","callback_id":"ask","notify_on_close":true,
       "title":{"type":"plain_text","text":"Ask"},"submit":{"type":"plain_text","text":"Send"},
       "blocks":[{"type":"input","block_id":"b","label":{"type":"plain_text","text":"Question"},
                  "element":{"type":"plain_text_input","action_id":"text"}}]}
      """;

  private final Mocks mocks = Mocks.start(MockSettings.standard().unlimited());
  private final Map<String, String> environment = new HashMap<>(mocks.environment());
  private final Between between = new Between();
  private final HttpClient client = HttpClient.newHttpClient();
  private final SlackWorkspace slack = mocks.slack();
  private final SlackInteractions people = mocks.interactions();

  private OverheardSlack() throws IOException {}

  static List<Between.Exchange> play(Path folder) throws IOException, InterruptedException {
    try (OverheardSlack session = new OverheardSlack()) {
      return session.everything(folder);
    }
  }

  private List<Between.Exchange> everything(Path folder) throws IOException, InterruptedException {
    String channel = slack.createChannel("horizon");
    environment.put("SLACK_CHANNEL", channel);
    environment.put("GAMEDAY_SPEED", "1");
    environment.put("GAMEDAY_EVENT", event(folder).toString());
    environment.put("GAMEDAY_STATE_DIR", folder.resolve("state").toString());
    try (ReferenceProgram program =
        ReferenceProgram.start(
            environment, between.target(), folder.resolve("reference.log").toFile())) {
      program.awaitHealth(between.url());
      mocks.connect(between.url());
      mocks.verify(between.url());
      messages(channel);
      interactions(channel);
      Awaitility.await().atMost(PATIENCE).until(() -> mocks.pendingDeliveries() == 0);
      return List.copyOf(between.exchanges);
    }
  }

  /** What the reference pipeline answers to what is not genuine, or too large. */
  static List<Between.Exchange> forge(Path folder) throws IOException, InterruptedException {
    try (OverheardSlack session = new OverheardSlack()) {
      return session.forged(folder);
    }
  }

  private List<Between.Exchange> forged(Path folder) throws IOException, InterruptedException {
    environment.put("SLACK_CHANNEL", "C1");
    environment.put("GAMEDAY_SPEED", "1");
    environment.put("GAMEDAY_EVENT", event(folder).toString());
    environment.put("GAMEDAY_STATE_DIR", folder.resolve("state").toString());
    try (ReferenceProgram program =
        ReferenceProgram.start(
            environment, between.target(), folder.resolve("reference.log").toFile())) {
      program.awaitHealth(between.url());
      for (String path :
          List.of(PipelinePath.HELP_CHAT, PipelinePath.MOD_CHAT, PipelinePath.SLACK_EVENTS)) {
        for (int size : new int[] {2, (1 << 20) + 1}) {
          HttpRequest request =
              HttpRequest.newBuilder(between.url().resolve(path))
                  .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[size]))
                  .build();
          client.send(request, HttpResponse.BodyHandlers.discarding());
        }
      }
      return List.copyOf(between.exchanges);
    }
  }

  private static Path event(Path folder) throws IOException {
    Path file = folder.resolve("event.json");
    new EventFile(
            new EventFile.Event("Horizon", "https://horizon.example", "horizon"),
            List.of(),
            new EscalationProcess(
                Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT, Deadlines.DEFAULT),
            new Mention.Here(),
            "S1",
            List.of())
        .write(file);
    return Files.createDirectories(folder).resolve(file.getFileName());
  }

  private void messages(String channel) {
    String cora = slack.addPerson("Cora", "cora@juno.example");
    String al = slack.addPerson("Al", "al@client.example");
    slack.join(channel, cora);
    slack.invite(cora, channel, al);
    String ts = slack.post(al, channel, "hello <@" + slack.botUserId() + ">", none()).orElseThrow();
    String reply = slack.post(cora, channel, "hi", Optional.of(ts)).orElseThrow();
    slack.edit(cora, channel, reply, "hi there");
    slack.react(cora, channel, ts, "eyes");
    slack.unreact(cora, channel, ts, "eyes");
    byte[] bytes = "a log".getBytes(StandardCharsets.UTF_8);
    slack.upload(al, channel, new Upload("log.txt", bytes), "the log", Optional.of(ts));
    slack.delete(cora, channel, reply);
    slack.delete(al, channel, ts);
    slack.leave(channel, al);
    String other = slack.createChannel("other");
    slack.admin().archive(cora, other);
    slack.admin().unarchive(cora, other);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private void interactions(String channel) throws IOException, InterruptedException {
    String ada = slack.addPerson("Ada", "ada@juno.example");
    slack.join(channel, ada);
    String posted =
        call("chat.postMessage", Map.of("channel", channel, "text", "whose?", "blocks", BLOCKS));
    String ts = JSON.readTree(posted).path("ts").asText();
    people.press(ada, channel, ts, "take").join();
    people.messageShortcut(ada, channel, ts, "escalate").join();
    people.command(ada, channel, "/status", "now").join();
    for (boolean submitted : new boolean[] {true, false}) {
      people.shortcut(ada, "ask").join();
      String opened = call("views.open", Map.of("trigger_id", lastTrigger(), "view", VIEW));
      String view = JSON.readTree(opened).path("view").path("id").asText();
      if (submitted) {
        people.submit(ada, view, Map.of("text", List.of("Where?"))).join();
      } else {
        people.close(ada, view).join();
      }
      people.openViews(ada).forEach(left -> people.close(ada, left.path("id").asText()).join());
    }
  }

  /** Of the last interaction that was told; events may come after it. */
  private String lastTrigger() throws IOException {
    String last =
        List.copyOf(between.exchanges).reversed().stream()
            .map(one -> new String(one.body(), StandardCharsets.UTF_8))
            .filter(body -> body.startsWith(PAYLOAD))
            .findFirst()
            .orElseThrow();
    JsonNode payload = JSON.readTree(decoded(last.substring(PAYLOAD.length())));
    return payload.path("trigger_id").asText();
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private String call(String method, Map<String, String> arguments)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(environment.get("SLACK_API_URL") + method))
            .header("Authorization", "Bearer " + environment.get("SLACK_BOT_TOKEN"))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(arguments)))
            .build();
    String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    if (!JSON.readTree(answer).path("ok").asBoolean()) {
      throw new AssertionError(method + ": " + answer);
    }
    return answer;
  }

  @Override
  public void close() {
    mocks.close();
    between.close();
    client.close();
  }
}
