package gameday.mocks.slack.app;

import gameday.mocks.slack.Ids;
import gameday.mocks.slack.SlackCredentials;
import gameday.mocks.slack.SlackWorkspace;

/** Who the app is to Slack, and Slack to the app. */
record Identity(SlackWorkspace workspace, SlackCredentials credentials) {
  String teamId() {
    return workspace.teamId();
  }

  String appId() {
    return workspace.appId();
  }

  String botUserId() {
    return workspace.botUserId();
  }

  /** The old way to know Slack; still sent, not to be relied on. */
  String token() {
    return Ids.hex("verification " + teamId());
  }

  Signing signing(String contentType, Timing timing) {
    return new Signing(credentials.signingSecret(), contentType, timing.wall());
  }
}
