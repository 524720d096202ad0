package gameday.mocks;

import gameday.mocks.chat.ChatListener;
import gameday.mocks.delivery.DeliveryListener;
import gameday.mocks.http.CallListener;
import gameday.mocks.intruder.IntruderListener;
import gameday.mocks.modchat.ModChatDoor;
import gameday.mocks.slack.SlackListener;

/**
 * Who is told of what visitors and the pipeline do.
 *
 * @param slack messages, edits and reactions, before the pipeline is told
 * @param helpChat what visitors and the pipeline write in the help chat
 * @param modChat the same in Mod chat
 * @param door who was let into Mod chat, and who was not
 * @param calls each call of the pipeline
 * @param deliveries each attempt to deliver a webhook or an event
 * @param intruder what an intruder tried
 */
public record Listeners(
    SlackListener slack,
    ChatListener helpChat,
    ChatListener modChat,
    ModChatDoor door,
    CallListener calls,
    DeliveryListener deliveries,
    IntruderListener intruder) {

  /** Nobody. */
  public static final Listeners NONE =
      new Listeners(
          SlackListener.NONE,
          ChatListener.NONE,
          ChatListener.NONE,
          ModChatDoor.NONE,
          CallListener.NONE,
          DeliveryListener.NONE,
          IntruderListener.NONE);
}
