package gameday.preflight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is looked at, in the order in which it is told. */
public enum CheckName {
  SLACK_TOKEN("Slack takes the bot's token"),
  SLACK_SCOPES("the bot has every scope that the pipeline and these checks need"),
  CLOCK("this machine's clock agrees with Slack's, as signatures need"),
  SLACK_CHANNEL("the event's channel exists, is open, and has the scenario's name"),
  BOT_IN_CHANNEL("the bot is in the channel"),
  SLACK_PERSON("everybody on the roster has accepted Slack's invitation and is in the channel"),
  TECH_SUPPORT_GROUP("the user group by which CSMs call Tech Support exists, with its people"),
  SLACK_POST("a test escalation that mentions nobody can be posted, and taken back"),
  SLACK_EVENTS("Slack's events reach us, rightly signed"),
  SLACK_SOCKET("the app's token opens Socket Mode"),
  HELP_CHAT_TOKEN("the help chat takes the token"),
  HELP_CHAT_PERSON("every agent on the roster has accepted the help chat's invitation"),
  HELP_CHAT_WEBHOOK("the help chat sends its webhooks to the pipeline"),
  MOD_CHAT_TOKEN("the Mod chat takes the token"),
  PIPELINE("the pipeline is there and ready"),
  PIPELINE_WEBHOOK("the pipeline refuses what is not signed");

  private final String sentence;

  CheckName(String sentence) {
    this.sentence = sentence;
  }

  /** As options and tables have it, such as {@code slack-person}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What holds if the check is fine. */
  public String sentence() {
    return sentence;
  }

  /** The check of that word. */
  public static Optional<CheckName> of(String word) {
    return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
  }
}
