package gameday.mocks.helpchat.chatwoot;

import gameday.mocks.chat.Shelf;

/**
 * How the account is set up. Start from {@link #standard()} and change what matters.
 *
 * @param conversations how many conversations it keeps, 1 to 500,000, then it forgets resolved
 *     ones; twice as many visits and three times as many contacts, then it forgets those without a
 *     conversation
 * @param attachmentBytes how many bytes of files it keeps; then the oldest are gone
 * @param botFailuresOpen whether the pipeline's webhook is the agent bot's: Chatwoot opens a
 *     pending conversation for humans when the bot's webhook fails for one of its messages. It does
 *     nothing of the kind for an account's webhook, which is what the pipeline has otherwise
 */
public record ChatwootSettings(int conversations, long attachmentBytes, boolean botFailuresOpen) {
  private static final int MOST_CONVERSATIONS = 500_000;
  private static final long STANDARD_BYTES = 64L << 20;

  public ChatwootSettings {
    if (conversations < 1 || conversations > MOST_CONVERSATIONS) {
      throw new IllegalArgumentException("conversations must be 1 to 500000, was " + conversations);
    }
    if (attachmentBytes < 0) {
      throw new IllegalArgumentException(
          "attachmentBytes must be 0 or more, was " + attachmentBytes);
    }
  }

  /** 50,000 conversations, 64 MiB of files, an account's webhook. */
  public static ChatwootSettings standard() {
    return new ChatwootSettings(Shelf.STANDARD, STANDARD_BYTES, false);
  }

  /** The same with room for another number of conversations. */
  public ChatwootSettings conversations(int next) {
    return new ChatwootSettings(next, attachmentBytes, botFailuresOpen);
  }

  /** The same with room for another number of bytes of files. */
  public ChatwootSettings attachmentBytes(long next) {
    return new ChatwootSettings(conversations, next, botFailuresOpen);
  }

  /** The same with the pipeline's webhook as the agent bot's. */
  public ChatwootSettings openWhenBotFails() {
    return new ChatwootSettings(conversations, attachmentBytes, true);
  }
}
