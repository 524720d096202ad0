package gameday.preflight;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import okhttp3.OkHttpClient;

/** Slack's Web API, asked one question at a time. */
final class SlackLine {
  private static final int CALL_MILLIS = 10_000;

  private final MethodsClient client;
  private final Pace pace;

  SlackLine(String apiUrl, String token, Pace pace) {
    this.pace = pace;
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(apiUrl);
    config.setTokenExistenceVerificationEnabled(false);
    config.setHttpClientCallTimeoutMillis(CALL_MILLIS);
    config.setStatsEnabled(false);
    // After a dropped connection OkHttp would send a message again without a word.
    OkHttpClient once =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .build();
    SlackHttpClient http = new SlackHttpClient(once);
    http.setConfig(config);
    client = Slack.getInstance(config, http).methods(token);
  }

  /** A call of the client's. */
  interface Question<T> {
    T ask(MethodsClient client) throws IOException, SlackApiException;
  }

  /** Asks; again, while Slack says how soon to come again. */
  <T extends SlackApiTextResponse> Answer<T> ask(Question<T> question) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      pace.await();
      try {
        T answer = question.ask(client);
        return answer.isOk() ? new Answer.Good<>(answer) : new Answer.Refused<>(word(answer));
      } catch (SlackApiException e) {
        boolean again =
            e.getResponse().code() == 429
                && tries < Pace.TRIES
                && pace.holdOff(Pace.told(e.getResponse().header("Retry-After")));
        if (!again) {
          return new Answer.Silent<>("Slack answered HTTP " + e.getResponse().code());
        }
      } catch (IOException e) {
        return new Answer.Silent<>("Slack can't be reached: " + HttpLine.reason(e));
      } catch (RuntimeException unreadable) {
        return new Answer.Silent<>("Slack's answer can't be read");
      }
    }
  }

  private static String word(SlackApiTextResponse answer) {
    boolean scope = "missing_scope".equals(answer.getError()) && answer.getNeeded() != null;
    return answer.getError() + (scope ? ", needs " + answer.getNeeded() : "");
  }
}
