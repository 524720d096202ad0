package gameday.mocks;

import gameday.mocks.slack.app.RequestUrls;

/**
 * What the mocks are like. Start from {@link #standard()} and change what matters.
 *
 * @param seed all ids, secrets and chance follow from it
 * @param speed seconds of event time in one second: scales rate limits and the waits between
 *     retries
 * @param port 0 for any free one
 * @param workspace the Slack workspace's name, lower case
 * @param helpChat which help chat
 * @param requestUrls where the pipeline takes what Slack sends by HTTP
 */
public record MockSettings(
    long seed,
    double speed,
    int port,
    String workspace,
    HelpChatKind helpChat,
    RequestUrls requestUrls) {

  /** Seed 1, real time, any free port, workspace {@code juno}, Chatwoot. */
  public static MockSettings standard() {
    return new MockSettings(1, 1, 0, "juno", HelpChatKind.CHATWOOT, RequestUrls.STANDARD);
  }

  /** The same with another seed. */
  public MockSettings seed(long next) {
    return new MockSettings(next, speed, port, workspace, helpChat, requestUrls);
  }

  /** The same at another speed. */
  public MockSettings speed(double next) {
    return new MockSettings(seed, next, port, workspace, helpChat, requestUrls);
  }

  /** The same on another port. */
  public MockSettings port(int next) {
    return new MockSettings(seed, speed, next, workspace, helpChat, requestUrls);
  }

  /** The same with a pipeline that takes what Slack sends on other paths. */
  public MockSettings requestUrls(RequestUrls next) {
    return new MockSettings(seed, speed, port, workspace, helpChat, next);
  }

  /** The same with another help chat. */
  public MockSettings helpChat(HelpChatKind next) {
    return new MockSettings(seed, speed, port, workspace, next, requestUrls);
  }
}
