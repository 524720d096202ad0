package gameday.mocks.slack.app;

import gameday.mocks.delivery.Webhook;
import gameday.mocks.slack.SlackSignature;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of what Slack sends by HTTP: signed anew for each attempt. */
record Signing(String secret, String contentType, Clock wallClock) implements Webhook.Signer {
  static final String JSON = "application/json";
  static final String FORM = "application/x-www-form-urlencoded";

  @Override
  public Map<String, String> headers(int attempt, String reason, byte[] body) {
    var now = wallClock.instant().getEpochSecond();
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", contentType);
    headers.put("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
    headers.put("X-Slack-Request-Timestamp", Long.toString(now));
    headers.put("X-Slack-Signature", SlackSignature.of(secret, now, body));
    if (attempt > 0) {
      headers.put("x-slack-retry-num", Integer.toString(attempt));
      headers.put("x-slack-retry-reason", reason);
    }
    return headers;
  }
}
