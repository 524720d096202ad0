package gameday.mocks.helpchat;

import gameday.mocks.chat.AgentDesk;
import gameday.mocks.chat.VisitorApi;
import gameday.mocks.http.Service;

/**
 * A help-chat product: an HTTP {@link Service} for visitors and the pipeline, and methods for the
 * chatbot and the Client team's agents, who act inside the product. Conversations are named by an
 * opaque string.
 *
 * <p>Its credentials are {@code HELP_CHAT_PROVIDER}, {@code HELP_CHAT_TOKEN}, {@code
 * HELP_CHAT_ACCOUNT} and {@code HELP_CHAT_WEBHOOK_SECRET}.
 */
public interface HelpChat extends AgentDesk, Service {
  /** How a visitor's browser talks to it. */
  VisitorApi visitors();

  /** The chatbot writes to the visitor; only while the conversation is its own. */
  boolean chatbotReplies(String conversation, String text);

  /** The chatbot lets go: the conversation is open for agents now. */
  boolean handOver(String conversation);
}
