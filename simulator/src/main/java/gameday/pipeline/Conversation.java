package gameday.pipeline;

import gameday.process.Chat;

/** A conversation of the Help chat, or a question of the Mod chat, by the chat's own id. */
public record Conversation(Chat chat, String id) {
  @Override
  public String toString() {
    return chat.word() + "/" + id;
  }
}
