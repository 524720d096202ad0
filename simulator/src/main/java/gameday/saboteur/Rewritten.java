package gameday.saboteur;

import gameday.pipeline.Conversation;
import gameday.pipeline.Effect;
import java.util.function.UnaryOperator;

/** An effect with one thing changed. */
final class Rewritten {
  private Rewritten() {}

  /** With another text. */
  static Effect saying(Effect effect, UnaryOperator<String> text) {
    return copy(effect, effect.key(), text.apply(effect.text()));
  }

  /** Once more, as if it were another. */
  static Effect again(Effect effect) {
    return copy(effect, effect.key() + ":again", effect.text());
  }

  /** In another thread; nothing else has one. */
  static Effect inThread(Effect effect, UnaryOperator<String> ts) {
    return switch (effect) {
      case Effect.PostInThread post ->
          new Effect.PostInThread(post.key(), ts.apply(post.threadTs()), post.text());
      case Effect.AddToThread add ->
          new Effect.AddToThread(add.key(), ts.apply(add.threadTs()), add.text());
      case Effect.ShowFile file ->
          new Effect.ShowFile(
              file.key(), ts.apply(file.threadTs()), file.url(), file.name(), file.text());
      case Effect.PostToSlack post -> post;
      case Effect.ToChat chat -> chat;
    };
  }

  /** Into another conversation, under a key of its own. */
  static Effect into(Conversation conversation, Effect.ToChat effect) {
    String key = effect.key() + ">" + conversation;
    return switch (effect) {
      case Effect.NoteToAgent note -> new Effect.NoteToAgent(key, conversation, note.text());
      case Effect.ReplyToUser reply -> new Effect.ReplyToUser(key, conversation, reply.text());
      case Effect.LetIn letIn ->
          new Effect.LetIn(key, conversation, letIn.session(), letIn.email(), letIn.agent());
    };
  }

  private static Effect copy(Effect effect, String key, String text) {
    return switch (effect) {
      case Effect.PostToSlack post -> new Effect.PostToSlack(key, post.issue(), text);
      case Effect.PostInThread post -> new Effect.PostInThread(key, post.threadTs(), text);
      case Effect.AddToThread add -> new Effect.AddToThread(key, add.threadTs(), text);
      case Effect.ShowFile file ->
          new Effect.ShowFile(key, file.threadTs(), file.url(), file.name(), text);
      case Effect.LetIn letIn ->
          new Effect.LetIn(
              key, letIn.conversation(), letIn.session(), letIn.email(), letIn.agent());
      case Effect.NoteToAgent note -> new Effect.NoteToAgent(key, note.conversation(), text);
      case Effect.ReplyToUser reply -> new Effect.ReplyToUser(key, reply.conversation(), text);
    };
  }
}
