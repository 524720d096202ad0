package gameday.mocks.slack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a pipeline needs to use Slack and to believe it.
 *
 * @param botToken for the Web API
 * @param appToken for Socket Mode: opens connections and is good for nothing else
 * @param signingSecret signs events
 */
public record SlackCredentials(String botToken, String appToken, String signingSecret) {

  /** Credentials of their own for each seed. */
  public static SlackCredentials of(long seed) {
    return new SlackCredentials(
        "xoxb-gameday-" + Ids.hex("bot" + seed),
        "xapp-gameday-" + Ids.hex("app" + seed),
        Ids.hex("signing" + seed));
  }

  /** By the pipeline contract's names, in its order. */
  public Map<String, String> environment() {
    var names = new LinkedHashMap<String, String>();
    names.put("SLACK_BOT_TOKEN", botToken);
    names.put("SLACK_APP_TOKEN", appToken);
    names.put("SLACK_SIGNING_SECRET", signingSecret);
    return names;
  }
}
