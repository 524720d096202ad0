package gameday.pipeline.record;

import gameday.pipeline.Effect;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Delivers nothing, but notes what it was given and told. */
public final class NotedDeliveries implements Surroundings {
  public final List<Outgoing> given = new CopyOnWriteArrayList<>();
  final List<String> told = new CopyOnWriteArrayList<>();
  volatile boolean delivers;

  @Override
  public String laneOf(Effect effect) {
    return effect.lane();
  }

  @Override
  public void deliver(Outgoing outgoing) {
    if (delivers) {
      given.add(outgoing);
    }
  }

  @Override
  public void beginDelivering() {
    delivers = true;
  }

  @Override
  public void endDelivering() {
    delivers = false;
  }

  @Override
  public void missed() {
    told.add("missed");
  }

  @Override
  public void wasAway() {
    told.add("was away");
  }

  @Override
  public void broken() {
    told.add("broken");
  }
}
