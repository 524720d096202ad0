package gameday.pipeline.server;

import gameday.pipeline.Effect;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.Destination;
import gameday.pipeline.meters.Meters;
import gameday.pipeline.meters.Meters.Delivered;
import gameday.pipeline.meters.Meters.Said;
import java.io.IOException;
import java.util.Optional;

/** Counts what becomes of each try to deliver to a product. */
record MeteredDestination(Destination destination, Meters.Product product, Meters meters)
    implements Destination {
  @Override
  public Attempt send(Effect effect) throws InterruptedException {
    Attempt attempt = destination.send(effect);
    meters.delivered(
        product,
        switch (attempt) {
          case Attempt.Accepted accepted -> Delivered.ACCEPTED;
          case Attempt.Refused refused -> Delivered.REFUSED;
          case Attempt.NotNow notNow -> Delivered.NOT_NOW;
          case Attempt.Failed failed -> Delivered.FAILED;
          case Attempt.Unknown unknown -> Delivered.UNKNOWN;
        });
    if (attempt instanceof Attempt.NotNow notNow) {
      meters.askedToWait(product, notNow.after());
    }
    return attempt;
  }

  @Override
  public Optional<String> find(Effect effect) throws IOException, InterruptedException {
    Optional<String> found = destination.find(effect);
    if (found.isPresent()) {
      meters.delivered(product, Delivered.FOUND);
    }
    return found;
  }

  /** Why an effect is there, by the word that its key begins with. */
  static Said kind(Effect effect) {
    return switch (effect.key().replaceFirst(":.*", "")) {
      case "post" -> Said.ESCALATION;
      case "follow-up" -> Said.FOLLOW_UP;
      case "answer" -> Said.ANSWER;
      case "remind" -> Said.REMINDER;
      case "call-again" -> Said.SECOND_CALL;
      default -> Said.OTHER;
    };
  }
}
