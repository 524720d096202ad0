package gameday.pipeline;

import java.util.List;

/** What a pipeline can learn. */
public sealed interface Signal {
  /** Something about one conversation. */
  sealed interface InConversation extends Signal {
    /** Which one; it may be unknown so far. */
    Conversation conversation();

    /** Who asks, as far as this signal tells. */
    Caller caller();
  }

  /**
   * The asker wrote.
   *
   * @param forAgents whether the conversation waits for, or is with, agents; false while the
   *     chatbot owns it
   * @param saidMillis when, by the product's clock; 0 if it doesn't tell
   * @param files what they sent with it
   */
  record UserWrote(
      Conversation conversation,
      Caller caller,
      String text,
      boolean forAgents,
      long saidMillis,
      List<Attachment> files)
      implements InConversation {
    /** Takes what is absent for no files. */
    public UserWrote {
      // What was stored before there were files has none.
      files = files == null ? List.of() : List.copyOf(files);
    }

    /** A message without files. */
    public UserWrote(
        Conversation conversation, Caller caller, String text, boolean forAgents, long saidMillis) {
      this(conversation, caller, text, forAgents, saidMillis, List.of());
    }

    /** A message without files, of a product that doesn't tell the time. */
    public UserWrote(Conversation conversation, Caller caller, String text, boolean forAgents) {
      this(conversation, caller, text, forAgents, 0);
    }
  }

  /**
   * The chatbot let go: the conversation waits for an agent.
   *
   * @param saidMillis when, by the product's clock; 0 if it doesn't tell
   */
  record OpenedForAgents(Conversation conversation, Caller caller, long saidMillis)
      implements InConversation {
    /** As a product tells it that doesn't tell the time. */
    public OpenedForAgents(Conversation conversation, Caller caller) {
      this(conversation, caller, 0);
    }
  }

  /** An agent took the conversation; writing to the asker is taking it too. */
  record Taken(Conversation conversation, Caller caller, String agent) implements InConversation {}

  /**
   * An agent wrote a note that the asker doesn't see.
   *
   * @param session the session whose Mod chat it was written in; blank in the Help chat
   * @param saidMillis when, by the product's clock; 0 if it doesn't tell
   */
  record AgentNoted(
      Conversation conversation,
      Caller caller,
      String agent,
      String text,
      String session,
      long saidMillis)
      implements InConversation {
    /** Takes what is absent for no session. */
    public AgentNoted {
      // What was stored before notes told it has none.
      session = session == null ? "" : session;
    }

    /** A note in the Help chat. */
    public AgentNoted(Conversation conversation, Caller caller, String agent, String text) {
      this(conversation, caller, agent, text, "", 0);
    }
  }

  /**
   * The conversation was closed.
   *
   * @param saidMillis when, by the product's clock; 0 if it doesn't tell
   */
  record Closed(Conversation conversation, Caller caller, long saidMillis)
      implements InConversation {
    /** As a product tells it that doesn't tell the time. */
    public Closed(Conversation conversation, Caller caller) {
      this(conversation, caller, 0);
    }
  }

  /**
   * A look into the chat shows the conversation open for agents. What was learnt of it after {@code
   * asOfNanos}, the event time of the look, is newer than this.
   *
   * @param agent who has it, or blank
   * @param sinceNanos event time since when it has been open for agents
   */
  record FoundOpen(
      Conversation conversation, Caller caller, String agent, long sinceNanos, long asOfNanos)
      implements InConversation {}

  /** A look into the chat at {@code asOfNanos} shows the conversation closed. */
  record FoundClosed(Conversation conversation, Caller caller, long asOfNanos)
      implements InConversation {}

  /** Somebody, not the pipeline, wrote in the event's channel outside any thread. */
  record SlackPosted(String ts, String user, String text) implements Signal {}

  /** Something about a thread of the event's channel, or about the message it would begin with. */
  sealed interface InThread extends Signal {
    /** The ts of the message that the thread begins with. */
    String threadTs();

    /** Who did it; of what was deleted, who had written it. */
    String user();
  }

  /** Somebody, not the pipeline, wrote in a thread of the event's channel. */
  record SlackReplied(String ts, String threadTs, String user, String text) implements InThread {}

  /**
   * Somebody, not the pipeline, changed what they had written in the event's channel.
   *
   * @param threadTs the thread it stands in; its own ts if it stands outside any
   * @param editedTs when it was changed; later ones are greater
   */
  record SlackEdited(String ts, String threadTs, String user, String text, String editedTs)
      implements InThread {}

  /** Somebody deleted what they had written in a thread of the event's channel. */
  record SlackDeleted(String ts, String threadTs, String user) implements InThread {}

  /** Somebody reacted to a message of the event's channel. */
  record SlackReacted(String ts, String user, String name) implements InThread {
    @Override
    public String threadTs() {
      return ts;
    }
  }

  /**
   * An effect that is {@link Effect#isAwaited awaited} stands.
   *
   * @param ts of a message in Slack, its ts
   */
  record Posted(String effect, String ts) implements Signal {}

  /** An effect failed for good: it did not happen and never will. */
  record Undeliverable(String effect, String reason) implements Signal {}

  /**
   * The pipeline was away and may have missed something: no deadline goes off until {@link
   * CaughtUp}, because somebody may have been in time.
   */
  record WasAway() implements Signal {}

  /**
   * What was missed is known, or won't be known soon.
   *
   * @param whole whether all of it is known
   */
  record CaughtUp(boolean whole) implements Signal {
    /** It won't be known soon, or not all of it. */
    public CaughtUp() {
      this(false);
    }
  }

  /** Nothing but time went by. */
  record Tick() implements Signal {}
}
