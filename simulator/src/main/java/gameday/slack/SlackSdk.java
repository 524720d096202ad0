package gameday.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import okhttp3.OkHttpClient;

/**
 * Slack's own client, as we want it.
 *
 * @param slack calls any method, with the token it is given
 * @param http what that calls with, for addresses that are no method's
 */
public record SlackSdk(Slack slack, OkHttpClient http) {
  /**
   * A client that never tries twice by itself.
   *
   * @param apiUrl ends in {@code /api/}
   */
  public static SlackSdk at(String apiUrl) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(apiUrl);
    config.setTokenExistenceVerificationEnabled(false);
    config.setHttpClientCallTimeoutMillis(10_000);
    // Its own statistics would ask Slack who we are before every first call.
    config.setStatsEnabled(false);
    // After a dropped connection OkHttp sends a request again without a word: a second @here.
    OkHttpClient once =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .build();
    SlackHttpClient http = new SlackHttpClient(once);
    http.setConfig(config);
    return new SlackSdk(Slack.getInstance(config, http), once);
  }
}
