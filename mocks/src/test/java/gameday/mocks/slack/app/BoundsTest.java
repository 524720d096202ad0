package gameday.mocks.slack.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gameday.mocks.faults.Faults;
import gameday.mocks.http.Call;
import gameday.mocks.slack.RunningSlack;
import gameday.mocks.slack.SlackWorkspace;
import gameday.mocks.slack.WorkspaceAccess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is remembered is bounded. */
class BoundsTest {
  private final ManualAlarms alarms = new ManualAlarms();
  private final Timing timing = new Timing(RunningSlack.STOPPED_CLOCK, alarms::nanos, 1, alarms);
  private final Secrets secrets = new Secrets("seed");

  @Test
  void remembersTheNewest10000Triggers() {
    var triggers = new Triggers(secrets, timing);
    var first = triggers.issue("U1");
    var second = triggers.issue("U2");
    for (var n = 0; n < 9_999; n++) {
      triggers.issue("U3");
    }

    assertEquals(new Triggers.Exchange.Refused("invalid_trigger_id"), triggers.exchange(first));
    assertEquals(new Triggers.Exchange.Good("U2"), triggers.exchange(second));
  }

  @Test
  void remembersTheNewest100Tickets() {
    var tickets = new Tickets(secrets, timing);
    var first = tickets.issue();
    var second = tickets.issue();
    for (var n = 0; n < 99; n++) {
      tickets.issue();
    }

    assertEquals(List.of(false, true), List.of(tickets.redeem(first), tickets.redeem(second)));
  }

  @Test
  void remembersTheNewest10000ResponseUrls() {
    var workspace = new SlackWorkspace("acme", RunningSlack.STOPPED_CLOCK, new Faults(1));
    var channel = workspace.createChannel("event-summit");
    var urls =
        new ResponseUrls(
            "T1", new WorkspaceAccess(workspace), () -> URI.create(""), secrets, timing);
    var first = issue(urls, channel);
    var second = issue(urls, channel);
    for (var n = 0; n < 9_999; n++) {
      issue(urls, channel);
    }

    assertEquals(404, post(urls, first));
    assertEquals(200, post(urls, second));
  }

  private static String issue(ResponseUrls urls, String channel) {
    return urls.issue(ResponseUrls.Kind.ACTIONS, "U1", channel, Optional.empty());
  }

  private static int post(ResponseUrls urls, String path) {
    var body = "{\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    return urls.paths()
        .getFirst()
        .answer(new Call("POST", path, Map.of(), Map.of(), body))
        .status();
  }

  @Test
  void givesTheSameWordsForTheSameSeed() {
    assertEquals(new Secrets("seed").next("x"), new Secrets("seed").next("x"));
    assertNotEquals(new Secrets("seed").next("x"), new Secrets("other").next("x"));
  }
}
