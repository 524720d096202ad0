package gameday.people;

import java.util.ArrayDeque;
import java.util.Deque;

/** Somebody of a team at work: what is in their slots, and what comes back to them. */
final class Person {
  enum Duty {
    TO_COME,
    /** Takes what waits. */
    ON_SHIFT,
    /** The shift is over: finishes what they have, takes nothing new. */
    FINISHING,
    GONE
  }

  final String id;
  final int slots;

  /** Whether they can write in Slack. */
  final boolean inSlack;

  final Deque<Task> own = new ArrayDeque<>();
  Duty duty = Duty.TO_COME;
  int load;

  /** Chats they have out of slot, because an escalation of theirs is open. */
  int escalated;

  Person(String id, int slots, boolean inSlack) {
    this.id = id;
    this.slots = slots;
    this.inSlack = inSlack;
  }

  boolean hasFreeSlot() {
    return load < slots;
  }

  boolean isHere() {
    return duty == Duty.ON_SHIFT || duty == Duty.FINISHING;
  }

  boolean hasNothing() {
    return load == 0 && escalated == 0 && own.isEmpty();
  }
}
