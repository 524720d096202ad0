package gameday.mocks.slack.app;

import java.util.Map;

/** What a person sees come of something they did with the app. */
public sealed interface Outcome {

  /** The app took it. */
  record Acknowledged() implements Outcome {}

  /**
   * The app found something wrong in a view, which stays open.
   *
   * @param errors what is wrong, by the id of the block it stands under
   */
  record Rejected(Map<String, String> errors) implements Outcome {
    public Rejected {
      errors = Map.copyOf(errors);
    }
  }

  /**
   * The app didn't take it.
   *
   * @param word Slack's word for why: {@code operation_timeout} or {@code dispatch_failed}
   * @param seen what Slack shows
   */
  record Failed(String word, String seen) implements Outcome {}

  /** Slack has an outage: nothing was sent. */
  record SlackIsOut() implements Outcome {}
}
