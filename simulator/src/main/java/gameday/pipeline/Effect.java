package gameday.pipeline;

/**
 * Something to do outside. Whoever does it may have to do it more than once; {@link #key} is how
 * the outside is asked whether it already stands.
 */
public sealed interface Effect {
  /** Idempotency key, unique over the pipeline's life. */
  String key();

  /** Effects of one lane are done one after the other, in the order they were given. */
  String lane();

  /** The text as it must stand outside; for Slack in its markup, already escaped. */
  String text();

  /** A new message in the event's channel, which opens the thread of {@code issue}. */
  record PostToSlack(String key, String issue, String text) implements Effect {
    @Override
    public String lane() {
      return "slack:" + issue;
    }
  }

  /** A message in the thread under {@code threadTs}. */
  record PostInThread(String key, String threadTs, String text) implements Effect {
    @Override
    public String lane() {
      return "slack:" + threadTs;
    }
  }

  /** A note in a conversation that the asker doesn't see. */
  record NoteToAgent(String key, Conversation conversation, String text) implements Effect {
    @Override
    public String lane() {
      return conversation.toString();
    }
  }

  /** A message to the asker. */
  record ReplyToUser(String key, Conversation conversation, String text) implements Effect {
    @Override
    public String lane() {
      return conversation.toString();
    }
  }
}
