package gameday.live;

import gameday.history.Happening;
import gameday.mocks.delivery.DeliveryListener;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.http.CallListener;
import gameday.mocks.intruder.IntruderListener;
import gameday.mocks.intruder.Trick;
import gameday.mocks.modchat.ModChatDoor;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Hears what passes between machines: calls, deliveries, who was let in, what an intruder tried.
 */
final class MachineEars implements CallListener, DeliveryListener, ModChatDoor, IntruderListener {
  private final Consumer<Happening> record;
  private final BooleanSupplier over;

  /**
   * @param record writes it down
   * @param over whether deliveries count no more
   */
  MachineEars(Consumer<Happening> record, BooleanSupplier over) {
    this.record = record;
    this.over = over;
  }

  @Override
  public void called(String service, String label, int status, String outcome) {
    record.accept(new Happening.PipelineCalled(service, label, status, outcome));
  }

  @Override
  public void broke(String service, String call, RuntimeException why) {
    trouble(service + " broke answering " + call + ": " + why);
  }

  @Override
  public void attempted(Webhook webhook, int attempt, int status, long nanos) {
    if (over.getAsBoolean()) {
      return;
    }
    record.accept(
        new Happening.WebhookDelivered(
            webhook.from(), webhook.delivery(), attempt, status, nanos, webhook.conversation()));
  }

  @Override
  public void meddled(Webhook webhook, int attempt, String fault) {
    record.accept(
        new Happening.WebhookMeddled(
            webhook.from(), webhook.delivery(), attempt, fault, webhook.conversation()));
  }

  @Override
  public void refused(Webhook webhook, int pending) {
    trouble("a delivery of " + webhook.from() + " was dropped: " + pending + " wait already");
  }

  @Override
  public void refused(String session, String email, boolean writing) {
    record.accept(new Happening.ModChatRefused(session, email, writing));
  }

  @Override
  public void granted(String session, String email) {
    record.accept(new Happening.ModChatGranted(session, email));
  }

  @Override
  public void tried(String on, Trick trick, int status, String mark) {
    record.accept(new Happening.IntruderTried(on, trick.word(), status, mark));
  }

  private void trouble(String what) {
    record.accept(new Happening.HarnessTrouble(Optional.empty(), what));
  }
}
