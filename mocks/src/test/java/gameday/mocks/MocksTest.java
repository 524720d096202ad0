package gameday.mocks;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.response.AckResponse;
import gameday.mocks.delivery.Receiver;
import gameday.mocks.slack.app.Outcome;
import gameday.mocks.slack.app.RequestUrls;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether all is wired together; what each part does is tested with the part. */
class MocksTest {
  private final Receiver pipeline = new Receiver();
  private final Mocks mocks =
      Mocks.start(
          MockSettings.standard()
              .requestUrls(new RequestUrls("/slack/events", "/interactive", "/commands")));
  private final String ada = mocks.slack().addPerson("Ada Lovelace", "ada@example.com");
  private final Slack slack = sdk();
  private final String channel = mocks.slack().createChannel("event-summit");

  MocksTest() {
    mocks.connect(pipeline.base());
  }

  private Slack sdk() {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(mocks.environment().get("SLACK_API_URL"));
    return Slack.getInstance(config);
  }

  @AfterEach
  void stop() throws Exception {
    slack.close();
    mocks.close();
    pipeline.close();
  }

  @Test
  void sendsWhatPeopleDoToThePipelinesPaths() {
    var outcome = mocks.interactions().command(ada, channel, "/status", "");

    assertEquals(new Outcome.Acknowledged(), outcome.orTimeout(10, TimeUnit.SECONDS).join());
    assertTrue(pipeline.paths.contains("/commands"));
  }

  @Test
  void answersStaticMethodsOfSlackToItsTokenOnly() throws Exception {
    assertEquals("invalid_auth", slack.methods("xoxb-x").emojiList(request -> request).getError());
    var token = mocks.environment().get("SLACK_BOT_TOKEN");
    assertTrue(slack.methods(token).emojiList(request -> request).isOk());

    mocks.faults().begin("slack", new gameday.mocks.faults.Fault.RevokedToken());
    assertEquals("token_revoked", slack.methods(token).emojiList(request -> request).getError());
  }

  @Test
  void givesChannelsWebhooks() throws Exception {
    var url = mocks.incomingWebhook(channel).toString();

    assertEquals("ok", slack.send(url, "{\"text\":\"up\"}").getBody());

    await()
        .until(() -> pipeline.bodies.stream().anyMatch(body -> body.contains("\"bot_message\"")));
  }

  @Test
  void speaksSocketModeWithTheTokenThatThePipelineIsGiven() throws Exception {
    var seen = new CopyOnWriteArrayList<String>();
    try (var client =
        slack.socketMode(
            mocks.environment().get("SLACK_APP_TOKEN"), SocketModeClient.Backend.JavaWebSocket)) {
      client.addSlashCommandsEnvelopeListener(
          envelope -> {
            seen.add(envelope.getPayload().toString());
            client.sendSocketModeResponse(new AckResponse(envelope.getEnvelopeId()));
          });
      client.connect();
      await().until(() -> mocks.sockets().connections() == 1);

      var outcome = mocks.interactions().command(ada, channel, "/status", "");

      assertEquals(new Outcome.Acknowledged(), outcome.orTimeout(10, TimeUnit.SECONDS).join());
      assertEquals(1, seen.size());
      mocks.hangUp();
      await().until(() -> mocks.sockets().connections() == 0);
    }
  }
}
