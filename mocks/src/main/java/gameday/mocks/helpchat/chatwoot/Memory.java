package gameday.mocks.helpchat.chatwoot;

import gameday.mocks.chat.Seeded;
import java.time.InstantSource;

/**
 * What is kept, within bounds.
 *
 * @param conversations how many of them
 */
record Memory(int conversations, Contacts contacts, Attachments attachments) {
  static Memory of(ChatwootSettings settings, Seeded seeded, Events events, InstantSource clock) {
    return new Memory(
        settings.conversations(),
        new Contacts(settings.conversations(), events, clock),
        new Attachments(seeded, settings.attachmentBytes()));
  }
}
