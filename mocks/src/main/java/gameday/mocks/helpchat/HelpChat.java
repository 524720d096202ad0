package gameday.mocks.helpchat;

import gameday.mocks.http.Service;
import java.util.Map;

/**
 * A help-chat product: an HTTP {@link Service} for visitors and the pipeline, and methods for the
 * chatbot and the Client team's agents, who act inside the product. Every change is told to the
 * {@link ChatListener} and, by webhook, to the pipeline. Conversations are named by an opaque
 * string.
 */
public interface HelpChat extends Service {
  /** How a visitor's browser talks to it. */
  VisitorApi visitors();

  /** Invites an agent; the id is what webhooks and staff lists show. */
  String addAgent(String name, String email);

  /** The chatbot writes to the visitor. */
  void chatbotReplies(String conversation, String text);

  /** The chatbot lets go: the conversation is open for agents now. */
  void handOver(String conversation);

  /** An agent takes a conversation. */
  void take(String conversation, String agentId);

  /** An agent writes to the visitor. */
  void reply(String conversation, String agentId, String text);

  /**
   * An agent writes a note that the visitor doesn't see.
   *
   * @throws UnsupportedOperationException if the product has no private notes
   */
  void note(String conversation, String agentId, String text);

  /** Somebody closes the conversation; {@code by} is an agent's id or {@code chatbot}. */
  void close(String conversation, String by);

  /**
   * What a pipeline must know to use it, by contract name: {@code HELP_CHAT_PROVIDER}, {@code
   * HELP_CHAT_TOKEN}, {@code HELP_CHAT_ACCOUNT}, {@code HELP_CHAT_WEBHOOK_SECRET}.
   */
  Map<String, String> credentials();
}
