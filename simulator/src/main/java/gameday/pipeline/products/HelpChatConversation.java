package gameday.pipeline.products;

import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;

/** Whom an effect is for that goes to the Help chat. */
final class HelpChatConversation {
  private HelpChatConversation() {}

  /** The conversation; an effect that isn't for the Help chat is a bug of whoever sent it here. */
  static Conversation of(Effect effect) {
    return switch (effect) {
      case Effect.NoteToAgent note -> note.conversation();
      case Effect.ReplyToUser reply -> reply.conversation();
      case Effect.LetIn letIn -> throw new IllegalArgumentException("for the Mod chat: " + letIn);
      case Effect.ToSlack post -> throw new IllegalArgumentException("for Slack: " + post);
    };
  }
}
