package gameday.mocks.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import gameday.mocks.Mocks;
import gameday.mocks.junit.MocksExtension;
import gameday.mocks.slack.SlackReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GreetingTest {
  @RegisterExtension final MocksExtension world = MocksExtension.standard();

  @Test
  void greetsInTheChannel(Mocks mocks) throws Exception {
    String channel = mocks.slack().createChannel("event-summit");
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(mocks.environment().get("SLACK_API_URL"));

    Slack.getInstance(config)
        .methods(mocks.environment().get("SLACK_BOT_TOKEN"))
        .chatPostMessage(request -> request.channel(channel).text("Hi <!here>"));

    SlackReader slack = new SlackReader(mocks.slack());
    assertEquals("Hi <!here>", slack.messages(channel, 1).getFirst().message().text());
  }
}
