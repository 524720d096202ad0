package gameday.people;

import gameday.people.Person.Duty;
import gameday.people.Task.Place;
import gameday.scenario.StaffMember;
import gameday.scenario.TeamPlan.Shift;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * People with slots and shifts, and one queue.
 *
 * <p>A task can be taken once it is noticed, that long after it came; a slot that becomes free is
 * refilled in the same instant with the first noticed task. Among people with a free slot the one
 * with the fewest tasks takes it, the lower number first. Each slot works at full rate, however
 * many are in use. What comes back to one person goes before the queue.
 *
 * <p>People come at their shift's start. At its end they take nothing new, finish what they have
 * and leave; a shift that lasts until the end of the script stays until all is done. Who has not
 * accepted the invitations that the work needs never comes.
 */
final class Team {
  private final Agenda agenda;
  private final List<Person> people = new ArrayList<>();
  private final TreeSet<Task> noticed = new TreeSet<>();
  private long sequence;
  private boolean dispatching;

  Team(List<StaffMember> members, int slots, Duration end, Agenda agenda) {
    this.agenda = agenda;
    for (StaffMember member : members) {
      if (member.canWork()) {
        Person person = new Person(member.id(), slots, member.isInSlack());
        people.add(person);
        member.shifts().forEach(shift -> plan(person, shift, end));
      }
    }
  }

  private void plan(Person person, Shift shift, Duration end) {
    at(shift.from(), () -> comes(person));
    if (shift.to().compareTo(end) < 0) {
      at(shift.to(), () -> endsShift(person));
    }
  }

  private void at(Duration time, Runnable action) {
    Duration delay = time.minus(agenda.now());
    if (delay.isPositive()) {
      agenda.after(delay, action);
    } else {
      action.run();
    }
  }

  private void comes(Person person) {
    person.duty = Duty.ON_SHIFT;
    dispatch();
  }

  private void endsShift(Person person) {
    person.duty = Duty.FINISHING;
    leavesIfDone(person);
  }

  /** Somebody of the team takes {@code task}, at the earliest after {@code notice}. */
  void add(Task task, Duration notice) {
    task.sequence = sequence++;
    if (notice.isPositive()) {
      agenda.after(notice, () -> notice(task));
    } else {
      notice(task);
    }
  }

  /** {@code person} takes {@code task} next; if they have left, the next who is free does. */
  void addFor(Person person, Task task) {
    task.sequence = sequence++;
    if (person.isHere()) {
      task.place = Place.RESERVED;
      person.own.add(task);
      dispatch();
    } else {
      notice(task);
    }
  }

  /** {@code task} is noticed now, unless it was before. */
  void notice(Task task) {
    if (task.place == Place.UNNOTICED) {
      task.place = Place.QUEUED;
      noticed.add(task);
      dispatch();
    }
  }

  /** {@code task} is next, and noticed now, unless somebody has it. */
  void hurry(Task task) {
    promote(task, Task.Rank.RETURN);
    notice(task);
  }

  /** {@code task} gets a better rank, if nobody has begun it. */
  void promote(Task task, Task.Rank rank) {
    if (rank.compareTo(task.rank) >= 0) {
      return;
    }
    switch (task.place) {
      case QUEUED -> {
        noticed.remove(task);
        task.rank = rank;
        noticed.add(task);
      }
      case UNNOTICED, RESERVED, GONE -> task.rank = rank;
    }
  }

  /** Nobody has to take {@code task} any more. */
  void remove(Task task) {
    switch (task.place) {
      case QUEUED -> noticed.remove(task);
      case RESERVED -> people.forEach(person -> forget(person, task));
      case UNNOTICED, GONE -> {}
    }
    task.place = Place.GONE;
  }

  private void forget(Person person, Task task) {
    person.own.removeIf(own -> own == task);
    leavesIfDone(person);
  }

  /** One of the slots of {@code person} is free again. */
  void release(Person person) {
    person.load--;
    dispatch();
    leavesIfDone(person);
  }

  /** {@code person} now has one chat more whose escalation is open. */
  void escalates(Person person) {
    person.escalated++;
  }

  /** {@code person} has one chat less whose escalation is open. */
  void escalationEnds(Person person) {
    person.escalated--;
    leavesIfDone(person);
  }

  /** Who of those here has least to do, slots or not. */
  Optional<Person> anybody() {
    return anybody(person -> true);
  }

  /** Likewise, of those who fit. */
  Optional<Person> anybody(Predicate<Person> fits) {
    return people.stream()
        .filter(Person::isHere)
        .filter(fits)
        .min(Comparator.comparingInt(one -> one.load));
  }

  private void leavesIfDone(Person person) {
    if (person.duty == Duty.FINISHING && person.hasNothing()) {
      person.duty = Duty.GONE;
    }
  }

  // What a task does at its beginning may free a slot or add tasks; the loop sees that.
  private void dispatch() {
    if (dispatching) {
      return;
    }
    dispatching = true;
    try {
      while (startsOwn() || startsNext()) {}
    } finally {
      dispatching = false;
    }
  }

  private boolean startsOwn() {
    for (Person person : people) {
      if (person.hasFreeSlot() && !person.own.isEmpty()) {
        start(person.own.remove(), person);
        return true;
      }
    }
    return false;
  }

  private boolean startsNext() {
    if (noticed.isEmpty()) {
      return false;
    }
    Optional<Person> free =
        people.stream()
            .filter(person -> person.duty == Duty.ON_SHIFT && person.hasFreeSlot())
            .min(Comparator.comparingInt(person -> person.load));
    free.ifPresent(person -> start(noticed.pollFirst(), person));
    return free.isPresent();
  }

  private static void start(Task task, Person person) {
    task.place = Place.GONE;
    person.load++;
    task.begin.accept(person);
  }
}
