package gameday.contract;

/** Paths a pipeline answers. */
public final class PipelinePath {
  /** GET; 200 once the pipeline can take webhooks. */
  public static final String HEALTH = "/health";

  /** GET, if the pipeline has it; 200 while it can do all its work. */
  public static final String READY = "/ready";

  /** POST; the help chat product's own webhooks. */
  public static final String HELP_CHAT = "/webhooks/help-chat";

  /** POST; the Mod chat's webhooks. */
  public static final String MOD_CHAT = "/webhooks/mod-chat";

  /** POST; Slack's Events API. */
  public static final String SLACK_EVENTS = "/slack/events";

  private PipelinePath() {}
}
