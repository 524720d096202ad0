package gameday.virtual;

import gameday.people.Agenda;
import gameday.simulation.VirtualTime;
import java.time.Duration;

/** People's agenda in virtual time. */
record VirtualAgenda(VirtualTime time) implements Agenda {
  @Override
  public Duration now() {
    return Duration.ofNanos(time.nowNanos());
  }

  @Override
  public void after(Duration delay, Runnable action) {
    time.after(delay.toNanos(), action);
  }
}
