package gameday.mocks.slack.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.faults.Faults;
import gameday.mocks.slack.RunningSlack;
import gameday.mocks.slack.SlackCredentials;
import gameday.mocks.slack.SlackWorkspace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventQuotaTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final ManualAlarms alarms = new ManualAlarms();
  private final EventQuota quota = new EventQuota(timing(1));

  private Timing timing(double speed) {
    return new Timing(RunningSlack.STOPPED_CLOCK, alarms::nanos, speed, alarms);
  }

  private void use(EventQuota quota, int count) {
    for (var n = 0; n < count; n++) {
      assertEquals(EventQuota.Verdict.DELIVER, quota.next());
    }
  }

  @Test
  void delivers30000AnHourThenTellsOnceAMinute() {
    use(quota, 30_000);

    assertEquals(EventQuota.Verdict.TELL, quota.next());
    assertEquals(EventQuota.Verdict.DROP, quota.next());
    alarms.pass(A_MINUTE);
    assertEquals(EventQuota.Verdict.TELL, quota.next());
    assertEquals(EventQuota.Verdict.DROP, quota.next());
  }

  @Test
  void countsTheHourThatHasJustPassed() {
    use(quota, 10_000);
    alarms.pass(Duration.ofMinutes(30));
    use(quota, 20_000);
    assertEquals(EventQuota.Verdict.TELL, quota.next());

    alarms.pass(Duration.ofMinutes(29));
    assertEquals(EventQuota.Verdict.TELL, quota.next());
    alarms.pass(A_MINUTE);
    use(quota, 10_000);
    assertEquals(EventQuota.Verdict.TELL, quota.next());
  }

  @Test
  void countsEventTime() {
    var fast = new EventQuota(timing(60));
    use(fast, 30_000);

    alarms.pass(Duration.ofSeconds(59));
    assertEquals(EventQuota.Verdict.TELL, fast.next());
    alarms.pass(Duration.ofSeconds(1));
    assertEquals(EventQuota.Verdict.DELIVER, fast.next());
  }

  @Test
  void tellsAnAppInPlaceOfItsEvents() {
    var sent = new ArrayList<Webhook>();
    var credentials = SlackCredentials.of(1);
    var workspace = new SlackWorkspace("acme", RunningSlack.STOPPED_CLOCK, new Faults(1));
    var sockets = new SocketMode("A1", new Secrets("seed"), timing(1));
    var events =
        new SlackEvents(
            new Identity(workspace, credentials), sent::add, sockets, "/events", timing(1));
    var event = JsonNodeFactory.instance.objectNode().put("event_ts", "1700000000.000001");
    for (var n = 0; n < EventQuota.AN_HOUR + 2; n++) {
      events.happened("C1", event);
    }

    assertEquals(EventQuota.AN_HOUR + 1, sent.size());
    var told = body(sent.getLast());
    assertEquals("app_rate_limited", told.path("type").asText());
    assertEquals(workspace.teamId(), told.path("team_id").asText());
    assertEquals(workspace.appId(), told.path("api_app_id").asText());
    assertEquals(body(sent.getFirst()).path("token"), told.path("token"));
    // 1,700,000,000 s is 20 s into a minute.
    assertEquals(1_699_999_980L, told.path("minute_rate_limited").asLong());
    assertFalse(told.has("event"));
    assertEquals(
        List.of("event_callback", "/events"),
        List.of(body(sent.getFirst()).path("type").asText(), sent.getFirst().path()));
  }

  private static JsonNode body(Webhook webhook) {
    return AppStage.read(new String(webhook.body(), StandardCharsets.UTF_8));
  }
}
