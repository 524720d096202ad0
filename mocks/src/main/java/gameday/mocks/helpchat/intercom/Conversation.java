package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** One conversation; everything but its {@link Source} is touched under its lock only. */
final class Conversation {
  private final Source source;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Tag.Applied> tags = new LinkedHashMap<>();
  private ObjectNode customAttributes = RequestJson.object();
  private State state = State.OPEN;
  private boolean read;
  private Optional<Admin> admin = Optional.empty();
  private Optional<Team> team = Optional.empty();
  private Optional<Instant> waitingSince;
  private Optional<Instant> snoozedUntil = Optional.empty();
  private Instant updatedAt;

  Conversation(Source source) {
    this.source = source;
    this.waitingSince = Optional.of(source.at());
    this.updatedAt = source.at();
  }

  /**
   * How it began.
   *
   * @param id the conversation's
   * @param message the first message's id
   * @param page where the visitor was, or blank
   */
  record Source(long id, long message, Contact contact, Body body, String page, Instant at) {}

  /** Where it stands. */
  enum State {
    OPEN,
    CLOSED,
    SNOOZED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Something to do under the lock. */
  interface Work<T, E extends Exception> {
    T on(Conversation conversation) throws E;
  }

  <T, E extends Exception> T locked(Work<T, E> work) throws E {
    lock.lock();
    try {
      return work.on(this);
    } finally {
      lock.unlock();
    }
  }

  Source source() {
    return source;
  }

  String id() {
    return Long.toString(source.id());
  }

  State state() {
    return state;
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  /** Whether the chatbot has it: open, and assigned neither to an admin nor to a team. */
  boolean isWithBot() {
    return state == State.OPEN && !isHandedOver();
  }

  /** Whether it is assigned to an admin or to a team. */
  boolean isHandedOver() {
    return admin.isPresent() || team.isPresent();
  }

  void state(State next) {
    state = next;
    snoozedUntil = Optional.empty();
  }

  void snooze(Instant until) {
    state = State.SNOOZED;
    snoozedUntil = Optional.of(until);
  }

  Optional<Instant> snoozedUntil() {
    return snoozedUntil;
  }

  Optional<Admin> admin() {
    return admin;
  }

  Optional<Team> team() {
    return team;
  }

  boolean isAssignedTo(Assignee assignee) {
    return switch (assignee) {
      case Assignee.ToAdmin to -> admin.filter(to.admin()::equals).isPresent();
      case Assignee.ToTeam to -> team.filter(to.team()::equals).isPresent();
      case Assignee.ToNobody to -> !isHandedOver();
    };
  }

  void assign(Assignee assignee) {
    switch (assignee) {
      case Assignee.ToAdmin to -> admin = Optional.of(to.admin());
      case Assignee.ToTeam to -> team = Optional.of(to.team());
      case Assignee.ToNobody to -> {
        admin = Optional.empty();
        team = Optional.empty();
      }
    }
  }

  boolean isRead() {
    return read;
  }

  void read(boolean next, Instant now) {
    read = next;
    touch(now);
  }

  Optional<Instant> waitingSince() {
    return waitingSince;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  void touch(Instant now) {
    updatedAt = now;
  }

  ObjectNode customAttributes() {
    return customAttributes;
  }

  /** By tag id, in the order they were applied. */
  Map<String, Tag.Applied> tags() {
    return tags;
  }

  /** Oldest first. */
  List<Part> parts() {
    return parts;
  }

  void add(Part part) {
    parts.add(part);
    touch(part.at());
    if (part.isByContact()) {
      read = false;
      waitingSince = waitingSince.or(() -> Optional.of(part.at()));
    } else if (part.isAdminReply()) {
      waitingSince = Optional.empty();
    }
  }
}
