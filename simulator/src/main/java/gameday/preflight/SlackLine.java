package gameday.preflight;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import gameday.slack.SlackSdk;
import java.io.IOException;

/** Slack's Web API, asked one question at a time. */
final class SlackLine {
  private final MethodsClient client;
  private final Pace pace;

  SlackLine(String apiUrl, String token, Pace pace) {
    this.pace = pace;
    client = SlackSdk.at(apiUrl).slack().methods(token);
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
