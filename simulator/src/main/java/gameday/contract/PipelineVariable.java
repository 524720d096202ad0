package gameday.contract;

import java.util.Optional;
import java.util.Set;

/** Environment variables a pipeline is started with; each constant's name is the variable's. */
public enum PipelineVariable {
  PORT("port to listen on; 0 takes any free one"),
  HOST(
      "127.0.0.1",
      "address to listen on; 0.0.0.0 lets other machines in, as containers need",
      Trait.OWN),
  SLACK_API_URL("https://slack.com/api/", "Slack's Web API, ending in /api/"),
  SLACK_BOT_TOKEN("Slack's token of the bot, xoxb-...", Trait.SECRET),
  SLACK_APP_TOKEN(
      "Slack's app-level token, xapp-..., for Socket Mode", Trait.SECRET, Trait.OPTIONAL),
  SLACK_SIGNING_SECRET(
      "what Slack signs its requests with; Socket Mode does without", Trait.SECRET, Trait.OPTIONAL),
  SLACK_CHANNEL("id of the event's channel, such as C0123456789"),
  SLACK_MODE(
      "http",
      "how Slack's events come: http, to /slack/events, or socket, by Socket Mode",
      Trait.OWN),
  HELP_CHAT_PROVIDER("which help chat: chatwoot, smartloop or intercom"),
  HELP_CHAT_URL("base of the help chat's API"),
  HELP_CHAT_TOKEN("access to that API", Trait.SECRET),
  HELP_CHAT_ACCOUNT("Chatwoot's account, Smartloop's bot, Intercom's app id"),
  HELP_CHAT_WEBHOOK_SECRET("what the help chat signs its webhooks with", Trait.SECRET),
  MOD_CHAT_URL(
      "base of the Mod chat's API; the three of Mod chat are set together or not at all",
      Trait.OPTIONAL),
  MOD_CHAT_TOKEN("access to the Mod chat's API", Trait.SECRET, Trait.OPTIONAL),
  MOD_CHAT_WEBHOOK_SECRET(
      "what the Mod chat signs its webhooks with", Trait.SECRET, Trait.OPTIONAL),
  GAMEDAY_SPEED("1", "seconds of event time in a second of the wall clock"),
  /** Path of the {@link EventFile}. */
  GAMEDAY_EVENT("path of the event file, JSON"),
  GAMEDAY_STATE_DIR("folder that survives a restart of the pipeline, and is its alone"),
  GAMEDAY_LOG("logfmt", "form of the log: logfmt or json", Trait.OWN),
  GAMEDAY_ALLOW_PLAIN_HTTP(
      "false",
      "true lets tokens go over http:// to other machines, for tests in a closed network",
      Trait.OWN),
  GAMEDAY_DATABASE_URL(
      "jdbc:postgresql://host/db, which several instances may share; without it the state folder"
          + " holds the database",
      Trait.OWN,
      Trait.OPTIONAL),
  GAMEDAY_DATABASE_USER("user of that database", Trait.OWN, Trait.OPTIONAL),
  GAMEDAY_DATABASE_PASSWORD("password of that user", Trait.OWN, Trait.OPTIONAL, Trait.SECRET);

  private enum Trait {
    SECRET,
    OPTIONAL,
    OWN
  }

  private final String standard;
  private final String meaning;
  private final Set<Trait> traits;

  PipelineVariable(String meaning, Trait... traits) {
    this("", meaning, traits);
  }

  PipelineVariable(String standard, String meaning, Trait... traits) {
    this.standard = standard;
    this.meaning = meaning;
    this.traits = Set.of(traits);
  }

  /** What it says, in a sentence without a full stop. */
  public String meaning() {
    return meaning;
  }

  /** Whether its value must never be logged or shown. */
  public boolean isSecret() {
    return traits.contains(Trait.SECRET);
  }

  /** Whether the reference pipeline can't do without it, whatever else is set. */
  public boolean isNeeded() {
    return standard.isEmpty() && !traits.contains(Trait.OPTIONAL);
  }

  /** Whether it is the reference pipeline's own, and no part of the contract. */
  public boolean isOwn() {
    return traits.contains(Trait.OWN);
  }

  /** What the reference pipeline takes if it isn't set. */
  public Optional<String> standard() {
    return Optional.of(standard).filter(value -> !value.isEmpty());
  }

  /** The variable that names a file with its value instead, if it is a secret. */
  public Optional<String> fileVariable() {
    return isSecret() ? Optional.of(name() + "_FILE") : Optional.empty();
  }
}
