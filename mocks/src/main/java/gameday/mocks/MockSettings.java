package gameday.mocks;

import gameday.mocks.http.ServerSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the mocks are like. Start from {@link #standard()} and change what matters.
 *
 * @param seed all ids, secrets and chance follow from it
 * @param speed seconds of event time in one second: scales rate limits and the waits between
 *     retries
 * @param server where they listen, and which stubs come first
 * @param workspace the Slack workspace's name, lower case
 * @param helpChat which help chat
 */
public record MockSettings(
    long seed, double speed, ServerSettings server, String workspace, HelpChatKind helpChat) {
  private static final double MOST_SPEED = 10_000;

  public MockSettings {
    if (!(speed > 0 && speed <= MOST_SPEED)) {
      throw new IllegalArgumentException(
          "speed must be above 0 and at most 10000, was " + speed + "; 1 is real time");
    }
  }

  /** Seed 1, real time, any free port of loopback, workspace {@code juno}, Chatwoot. */
  public static MockSettings standard() {
    return new MockSettings(1, 1, ServerSettings.onPort(0), "juno", HelpChatKind.CHATWOOT);
  }

  /** The same with another seed. */
  public MockSettings seed(long next) {
    return new MockSettings(next, speed, server, workspace, helpChat);
  }

  /** The same at another speed. */
  public MockSettings speed(double next) {
    return new MockSettings(seed, next, server, workspace, helpChat);
  }

  /** The same on another port; 0 for any free one. */
  public MockSettings port(int next) {
    return on(new ServerSettings(server.host(), next, server.stubs()));
  }

  /** The same on another address; anything but loopback lets other machines in. */
  public MockSettings host(String next) {
    return on(new ServerSettings(next, server.port(), server.stubs()));
  }

  /** The same with a folder of a user's own stubs, which come before everything. */
  public MockSettings stubs(Path folder) {
    return on(new ServerSettings(server.host(), server.port(), Optional.of(folder)));
  }

  /** The same with another help chat. */
  public MockSettings helpChat(HelpChatKind next) {
    return new MockSettings(seed, speed, server, workspace, next);
  }

  private MockSettings on(ServerSettings next) {
    return new MockSettings(seed, speed, next, workspace, helpChat);
  }
}
