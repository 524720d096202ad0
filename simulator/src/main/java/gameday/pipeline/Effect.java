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

  /** Whether {@link Signal.Posted} must tell when it stands, because something waits for that. */
  default boolean isAwaited() {
    return false;
  }

  /** Something for the event's channel. */
  sealed interface ToSlack extends Effect {}

  /** Something for a chat. */
  sealed interface ToChat extends Effect {
    /** The conversation it belongs to, which is its lane too. */
    Conversation conversation();

    @Override
    default String lane() {
      return conversation().toString();
    }
  }

  /**
   * A new message in the event's channel, which opens the thread of {@code issue}.
   *
   * @param issue names the issue; unique over the pipeline's life
   */
  record PostToSlack(String key, String issue, String text) implements ToSlack {
    @Override
    public boolean isAwaited() {
      return true;
    }

    @Override
    public String lane() {
      return "slack:" + issue;
    }
  }

  /** A message in the thread under {@code threadTs}. */
  record PostInThread(String key, String threadTs, String text) implements ToSlack {
    @Override
    public String lane() {
      return "slack:" + threadTs;
    }
  }

  /**
   * Names more of those affected in the thread under {@code threadTs}. One at a time for a thread:
   * who joins meanwhile is named in the next.
   */
  record AddToThread(String key, String threadTs, String text) implements ToSlack {
    @Override
    public boolean isAwaited() {
      return true;
    }

    @Override
    public String lane() {
      return "slack:" + threadTs;
    }
  }

  /**
   * A file of the asker, to be seen in the thread under {@code threadTs}. What its chat doesn't
   * give must not keep words from the thread, so it has a lane of its own.
   *
   * @param url where the chat has the file
   * @param name its name there, which the asker may have chosen
   * @param text what to write instead if the file can't be had
   */
  record ShowFile(String key, String threadTs, String url, String name, String text)
      implements ToSlack {
    @Override
    public String lane() {
      return "files:" + threadTs;
    }
  }

  /**
   * Lets somebody into a session's Mod chat, as an agent wants it.
   *
   * @param conversation where the agent asked for it
   * @param session the session's id in the Mod chat
   * @param email who is to be let in
   * @param agent the agent's id in the Mod chat
   */
  record LetIn(String key, Conversation conversation, String session, String email, String agent)
      implements ToChat {
    @Override
    public boolean isAwaited() {
      return true;
    }

    @Override
    public String text() {
      return "";
    }
  }

  /** A note in a conversation that the asker doesn't see. */
  record NoteToAgent(String key, Conversation conversation, String text) implements ToChat {}

  /** A message to the asker. */
  record ReplyToUser(String key, Conversation conversation, String text) implements ToChat {}
}
