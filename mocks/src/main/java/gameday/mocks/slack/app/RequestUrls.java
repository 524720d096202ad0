package gameday.mocks.slack.app;

/**
 * Where the pipeline takes what Slack sends by HTTP: paths on its base URL, each starting with '/'.
 *
 * @param events the Events API
 * @param interactivity buttons, shortcuts and views
 * @param commands slash commands
 */
public record RequestUrls(String events, String interactivity, String commands) {
  /** Everything where Bolt takes everything. */
  public static final RequestUrls STANDARD =
      new RequestUrls(SlackEvents.PATH, SlackEvents.PATH, SlackEvents.PATH);

  public RequestUrls {
    requirePath(events);
    requirePath(interactivity);
    requirePath(commands);
  }

  private static void requirePath(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path must start with '/', was " + path);
    }
  }
}
