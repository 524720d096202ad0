package gameday.process;

/** Whom an escalation's greeting mentions, in Slack's markup. */
public sealed interface Mention {
  /** Slack's markup: {@code <!here>} or {@code <@U…>}. */
  String markup();

  /** Whoever of the channel is active. */
  record Here() implements Mention {
    @Override
    public String markup() {
      return "<!here>";
    }
  }

  /** One named person, by Slack user id. */
  record Person(String slackId) implements Mention {
    @Override
    public String markup() {
      return "<@" + slackId + ">";
    }
  }
}
