package gameday.mocks.chat;

/**
 * Is told of what visitors and the pipeline do in a chat, in order per conversation, on the thread
 * that did it and before the caller has its answer. It may act on the conversation it was told of;
 * it must not wait for another thread that acts on it.
 */
public interface ChatListener {
  /** Lets it pass. */
  ChatListener NONE =
      new ChatListener() {
        @Override
        public void opened(String conversation, String visitorKey, String email, String text) {}

        @Override
        public void visitorWrote(String conversation, String text) {}

        @Override
        public void pipelineReplied(String conversation, String text) {}

        @Override
        public void pipelineNoted(String conversation, String text) {}
      };

  /** A visitor's first message was stored; {@code visitorKey} is what the visitor came with. */
  void opened(String conversation, String visitorKey, String email, String text);

  /** A visitor's further message was stored. */
  void visitorWrote(String conversation, String text);

  /** The pipeline wrote to the visitor. */
  void pipelineReplied(String conversation, String text);

  /** The pipeline wrote a private note. */
  void pipelineNoted(String conversation, String text);
}
