package gameday.mocks;

import gameday.mocks.http.ServerSettings;
import gameday.mocks.slack.app.RequestUrls;
import gameday.mocks.slack.limits.RateLimits;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the mocks are like. Immutable: start from {@link #standard()}; each method that changes
 * something returns a copy.
 */
public final class MockSettings {
  private static final double MOST_SPEED = 10_000;
  private static final int SHORTEST_TOKEN = 16;

  private long seed = 1;
  private double speed = 1;
  private ServerSettings server = ServerSettings.onPort(0);
  private String workspace = "juno";
  private HelpChatKind helpChat = HelpChatKind.CHATWOOT;
  private RequestUrls requestUrls = RequestUrls.STANDARD;
  private boolean limited = true;
  private Optional<Path> rateLimits = Optional.empty();
  private Optional<String> admin = Optional.empty();

  private MockSettings() {}

  /** Seed 1, real time, any free port of loopback, workspace {@code juno}, Chatwoot. */
  public static MockSettings standard() {
    return new MockSettings();
  }

  private MockSettings with(Consumer<MockSettings> change) {
    MockSettings copy = new MockSettings();
    copy.seed = seed;
    copy.speed = speed;
    copy.server = server;
    copy.workspace = workspace;
    copy.helpChat = helpChat;
    copy.requestUrls = requestUrls;
    copy.limited = limited;
    copy.rateLimits = rateLimits;
    copy.admin = admin;
    change.accept(copy);
    return copy;
  }

  /** The same with another seed, from which all ids, secrets and chance follow. */
  public MockSettings seed(long next) {
    return with(copy -> copy.seed = next);
  }

  /**
   * The same at another speed, which scales rate limits and the waits between retries.
   *
   * @param next seconds of event time in one second, above 0 and at most 10,000
   */
  public MockSettings speed(double next) {
    if (!(next > 0 && next <= MOST_SPEED)) {
      throw new IllegalArgumentException(
          "speed must be above 0 and at most 10000, was " + next + "; 1 is real time");
    }
    return with(copy -> copy.speed = next);
  }

  /** The same on another port; 0 for any free one. */
  public MockSettings port(int next) {
    return with(copy -> copy.server = new ServerSettings(server.host(), next, server.stubs()));
  }

  /** The same on another address; anything but loopback lets other machines in. */
  public MockSettings host(String next) {
    return with(copy -> copy.server = new ServerSettings(next, server.port(), server.stubs()));
  }

  /** The same with a folder of a user's own stubs, which come before everything. */
  public MockSettings stubs(Path folder) {
    return with(
        copy ->
            copy.server = new ServerSettings(server.host(), server.port(), Optional.of(folder)));
  }

  /** The same with a Slack workspace of that name, lower case. */
  public MockSettings workspace(String next) {
    return with(copy -> copy.workspace = next);
  }

  /** The same with another help chat. */
  public MockSettings helpChat(HelpChatKind next) {
    return with(copy -> copy.helpChat = next);
  }

  /** The same with a pipeline that takes what Slack sends on other paths. */
  public MockSettings requestUrls(RequestUrls next) {
    return with(copy -> copy.requestUrls = next);
  }

  /** The same without Slack's rate limits. */
  public MockSettings unlimited() {
    return with(copy -> copy.limited = false);
  }

  /**
   * The same with a file of Slack's rate limits; what it doesn't name stays as published.
   *
   * @throws IllegalArgumentException with a line for each fault of the file
   */
  public MockSettings rateLimits(Path file) {
    RateLimits.of(file, speed, System::nanoTime);
    return with(copy -> copy.rateLimits = Optional.of(file));
  }

  /**
   * The same with the admin side on: a page and calls by which whoever has the token acts as
   * anybody. Without this there is none.
   */
  public MockSettings admin(String token) {
    if (token.length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException(
          "an admin token must have " + SHORTEST_TOKEN + " characters or more");
    }
    return with(copy -> copy.admin = Optional.of(token));
  }

  long seed() {
    return seed;
  }

  /** Seconds of event time in one second. */
  public double speed() {
    return speed;
  }

  ServerSettings server() {
    return server;
  }

  String workspace() {
    return workspace;
  }

  HelpChatKind helpChat() {
    return helpChat;
  }

  RequestUrls requestUrls() {
    return requestUrls;
  }

  Optional<String> admin() {
    return admin;
  }

  RateLimits rateLimits() {
    if (!limited) {
      return RateLimits.off();
    }
    return rateLimits
        .map(file -> RateLimits.of(file, speed, System::nanoTime))
        .orElseGet(() -> RateLimits.published(speed, System::nanoTime));
  }
}
