package gameday.mocks.chat;

import java.util.List;
import java.util.Map;

/**
 * What the Client team's agents do inside a chat product. Every change is told to the pipeline by
 * webhook.
 *
 * <p>A verb returns whether it got through. It does not while the chat is out, for a conversation
 * or an agent that doesn't exist, for an agent who was invited and has not accepted, for text that
 * is blank or too long, and for a conversation in which it makes no sense, such as one that is
 * closed. Then nothing changed.
 */
public interface AgentDesk {
  /** An agent who can act at once; the id is what webhooks and staff lists show. */
  String addAgent(String name, String email);

  /**
   * Invites an agent by e-mail. Until they {@link #accept}, they are listed but every verb of
   * theirs fails.
   *
   * @throws UnsupportedOperationException if the product has no invitations
   */
  default String invite(String name, String email) {
    throw new UnsupportedOperationException("no invitations here");
  }

  /** An invited agent accepts; false if there is no such invitation. */
  default boolean accept(String agentId) {
    return false;
  }

  /** An agent takes a conversation that is open for agents. */
  boolean take(String conversation, String agentId);

  /** An agent writes to the visitor. */
  boolean reply(String conversation, String agentId, String text);

  /**
   * An agent writes a note that the visitor doesn't see.
   *
   * @throws UnsupportedOperationException if the product has no private notes
   */
  boolean note(String conversation, String agentId, String text);

  /** Somebody closes the conversation; {@code by} is an agent's id or {@link #CHATBOT}. */
  boolean close(String conversation, String by);

  /** Everybody of the Client team, in the order of their coming; invited ones too. */
  List<Colleague> colleagues();

  /** Somebody of the Client team, as the product knows them. */
  record Colleague(String id, String name) {}

  /** The conversations that were active last, at most that many, the latest first. */
  List<Transcript> transcripts(int most);

  /** What a pipeline must know to use it, by contract name, such as {@code HELP_CHAT_TOKEN}. */
  Map<String, String> credentials();

  /** Who closes a conversation when no agent does. */
  String CHATBOT = "chatbot";
}
