package gameday.mocks.slack.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.events.payload.MessagePayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewClosedPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.request.HelloMessage;
import com.slack.api.socket_mode.response.AckResponse;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the SDK's Socket Mode client makes of the mock, with no patience for what it doesn't know.
 */
class SdkSocketTest {
  private static final String BUTTON =
      """
      [{"type":"actions","elements":[{"type":"button","action_id":"take","value":"i-7",
        "text":{"type":"plain_text","text":"Take it"}}]}]
      """;
  private static final String VIEW =
      """
      {"type":"modal","callback_id":"issue","notify_on_close":true,
       "title":{"type":"plain_text","text":"Issue"},"submit":{"type":"plain_text","text":"Send"},
       "blocks":[{"type":"input","block_id":"what","label":{"type":"plain_text","text":"What?"},
         "element":{"type":"plain_text_input","action_id":"text"}}]}
      """;

  private final AppStage stage = new AppStage();
  private final SlackInteractions people = stage.app.interactions();
  private final Slack sdk = stage.sdk();
  private final SocketModeClient client = client();
  private final List<String> greetings = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> payloads = new LinkedBlockingQueue<>();

  private SocketModeClient client() {
    try {
      return sdk.socketMode(stage.credentials.appToken(), SocketModeClient.Backend.JavaWebSocket);
    } catch (java.io.IOException trouble) {
      throw new java.io.UncheckedIOException(trouble);
    }
  }

  SdkSocketTest() throws Exception {
    client.addWebSocketMessageListener(
        message -> {
          if (message.contains("\"hello\"")) {
            greetings.add(message);
          }
        });
    client.addEventsApiEnvelopeListener(
        envelope -> take(envelope.getEnvelopeId(), envelope.getPayload().toString()));
    client.addInteractiveEnvelopeListener(
        envelope -> take(envelope.getEnvelopeId(), envelope.getPayload().toString()));
    client.addSlashCommandsEnvelopeListener(
        envelope -> take(envelope.getEnvelopeId(), envelope.getPayload().toString()));
    client.connect();
    await().until(() -> greetings.size() == 1);
  }

  private void take(String envelopeId, String payload) {
    payloads.add(payload);
    client.sendSocketModeResponse(new AckResponse(envelopeId));
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    sdk.close();
    stage.close();
  }

  /** The next payload, read by a parser that fails on any field the SDK doesn't know. */
  private <T> T next(Class<T> type) throws InterruptedException {
    var config = new SlackConfig();
    config.setFailOnUnknownProperties(true);
    config.setLibraryMaintainerMode(true);
    return GsonFactory.createSnakeCase(config).fromJson(payloads.poll(10, TimeUnit.SECONDS), type);
  }

  @Test
  void understandsTheGreeting() {
    var config = new SlackConfig();
    config.setFailOnUnknownProperties(true);
    var hello =
        GsonFactory.createSnakeCase(config).fromJson(greetings.getFirst(), HelloMessage.class);

    assertEquals(1, hello.getNumConnections());
    assertEquals(stage.workspace.appId(), hello.getConnectionInfo().getAppId());
    assertTrue(client.verifyConnection());
  }

  @Test
  void knowsEveryFieldOfWhatItIsTold() throws Exception {
    var ts = stage.write("no sound");
    next(MessagePayload.class);
    AppStage.of(people.messageShortcut(stage.ada, stage.channel, ts, "escalate"));
    assertEquals("no sound", next(MessageShortcutPayload.class).getMessage().getText());
    AppStage.of(people.shortcut(stage.ada, "open"));
    var trigger = next(GlobalShortcutPayload.class).getTriggerId();
    AppStage.of(people.command(stage.ada, stage.channel, "/status", "x"));
    assertEquals("/status", next(SlashCommandPayload.class).getCommand());

    var view =
        sdk.methods(stage.credentials.botToken())
            .viewsOpen(call -> call.triggerId(trigger).viewAsString(VIEW))
            .getView();
    var answers = Map.of("text", List.of("x"));
    AppStage.of(people.submit(stage.ada, view.getId(), answers));
    var submission = next(ViewSubmissionPayload.class);
    assertEquals(
        "x", submission.getView().getState().getValues().get("what").get("text").getValue());
    var again = submission.getTriggerId();
    var reopened =
        sdk.methods(stage.credentials.botToken())
            .viewsOpen(call -> call.triggerId(again).viewAsString(VIEW))
            .getView();
    AppStage.of(people.close(stage.ada, reopened.getId()));
    assertEquals(reopened.getId(), next(ViewClosedPayload.class).getView().getId());
  }

  @Test
  void knowsEveryFieldOfAPress() throws Exception {
    var ts = stage.postBlocks(BUTTON);
    await().until(() -> payloads.poll() != null);

    AppStage.of(people.press(stage.ada, stage.channel, ts, "take"));

    var payload = next(BlockActionPayload.class);
    assertEquals("i-7", payload.getActions().getFirst().getValue());
    var hook = sdk.send(payload.getResponseUrl(), "{\"text\":\"taken\"}");
    assertEquals("ok", hook.getBody());
  }

  @Test
  void comesAnewWhenAskedTo() throws Exception {
    stage.app.sockets().refresh();

    await().until(() -> greetings.size() == 2);
    await().until(() -> stage.app.sockets().connections() == 1);
    stage.write("after");
    assertEquals("after", next(MessagePayload.class).getEvent().getText());
    await().until(() -> stage.sender.pending() == 0);
    assertEquals(List.of("Ev 0 200"), stage.told);
  }
}
