package gameday.contract;

/** Environment variables a pipeline is started with; each constant's name is the variable's. */
public enum PipelineVariable {
  /** Port to listen on, on loopback. */
  PORT(false),
  /** Base of Slack's Web API, ending in {@code /api/}. */
  SLACK_API_URL(false),
  SLACK_BOT_TOKEN(true),
  /** App-level token, for pipelines that use Socket Mode. */
  SLACK_APP_TOKEN(true),
  SLACK_SIGNING_SECRET(true),
  /** Id of the event's own channel. */
  SLACK_CHANNEL(false),
  /** {@code chatwoot}, {@code smartloop} or {@code intercom}. */
  HELP_CHAT_PROVIDER(false),
  /** Base of the help chat's API, without a slash at the end. */
  HELP_CHAT_URL(false),
  HELP_CHAT_TOKEN(true),
  /** Chatwoot's account, Smartloop's bot, Intercom's app id. */
  HELP_CHAT_ACCOUNT(false),
  HELP_CHAT_WEBHOOK_SECRET(true),
  /** Base of the Mod chat's API, without a slash at the end. */
  MOD_CHAT_URL(false),
  MOD_CHAT_TOKEN(true),
  MOD_CHAT_WEBHOOK_SECRET(true),
  /** Seconds of event time in a second of the wall clock. */
  GAMEDAY_SPEED(false),
  /** Path of the {@link EventFile}. */
  GAMEDAY_EVENT(false),
  /** A folder that survives a restart of the pipeline, and is its alone. */
  GAMEDAY_STATE_DIR(false),
  /**
   * Optional: {@code jdbc:postgresql://host/db}; without it the state folder holds the database.
   */
  GAMEDAY_DATABASE_URL(false),
  GAMEDAY_DATABASE_USER(false),
  GAMEDAY_DATABASE_PASSWORD(true);

  private final boolean secret;

  PipelineVariable(boolean secret) {
    this.secret = secret;
  }

  /** Whether its value must never be logged or shown. */
  public boolean isSecret() {
    return secret;
  }
}
