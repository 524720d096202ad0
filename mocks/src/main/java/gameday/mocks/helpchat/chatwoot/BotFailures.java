package gameday.mocks.helpchat.chatwoot;

import gameday.mocks.chat.RequestJson;
import gameday.mocks.delivery.DeliveryListener;
import gameday.mocks.delivery.Webhook;
import java.util.Set;

/**
 * What Chatwoot does when an agent bot's webhook fails for a message: a conversation that the bot
 * still has is opened, so that humans see it.
 */
record BotFailures(Conversations conversations, boolean wanted) implements DeliveryListener {
  private static final Set<String> MESSAGES = Set.of("message_created", "message_updated");

  @Override
  public void attempted(Webhook webhook, int attempt, int status, long nanos) {
    boolean failed = status / 100 != 2;
    if (wanted && failed && webhook.from().equals("help-chat") && isMessage(webhook)) {
      conversations.botFailed(webhook.conversation());
    }
  }

  /** Our queue was full; the product's has no bound. */
  @Override
  public void refused(Webhook webhook, int pending) {}

  private static boolean isMessage(Webhook webhook) {
    return RequestJson.read(webhook.body())
        .flatMap(it -> RequestJson.text(it, "event"))
        .filter(MESSAGES::contains)
        .isPresent();
  }
}
