package gameday.mocks;

/**
 * What the mocks are like. Start from {@link #standard()} and change what matters.
 *
 * @param seed all ids, secrets and chance follow from it
 * @param speed seconds of event time in one second: scales rate limits and the waits between
 *     retries
 * @param port 0 for any free one
 * @param workspace the Slack workspace's name, lower case
 * @param helpChat which help chat
 */
public record MockSettings(
    long seed, double speed, int port, String workspace, HelpChatKind helpChat) {

  /** Seed 1, real time, any free port, workspace {@code juno}, Chatwoot. */
  public static MockSettings standard() {
    return new MockSettings(1, 1, 0, "juno", HelpChatKind.CHATWOOT);
  }

  /** The same with another seed. */
  public MockSettings seed(long next) {
    return new MockSettings(next, speed, port, workspace, helpChat);
  }

  /** The same at another speed. */
  public MockSettings speed(double next) {
    return new MockSettings(seed, next, port, workspace, helpChat);
  }

  /** The same on another port. */
  public MockSettings port(int next) {
    return new MockSettings(seed, speed, next, workspace, helpChat);
  }

  /** The same with another help chat. */
  public MockSettings helpChat(HelpChatKind next) {
    return new MockSettings(seed, speed, port, workspace, next);
  }
}
