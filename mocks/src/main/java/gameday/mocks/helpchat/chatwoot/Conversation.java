package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** One conversation; everything but its identity is touched under its lock only. */
final class Conversation {
  private final int id;
  private final Visit visit;
  private final Instant createdAt;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Message> messages = new ArrayList<>();
  private Status status = Status.PENDING;
  private Optional<Person.User> assignee = Optional.empty();
  private List<String> labels = List.of();
  private Optional<String> priority = Optional.empty();
  private Optional<Instant> snoozedUntil = Optional.empty();
  private ObjectNode customAttributes;
  private Instant lastActivity;
  private Instant updatedAt;

  Conversation(int id, Visit visit, ObjectNode customAttributes, Instant createdAt) {
    this.id = id;
    this.visit = visit;
    this.customAttributes = customAttributes;
    this.createdAt = createdAt;
    this.lastActivity = createdAt;
    this.updatedAt = createdAt;
  }

  <T> T locked(Function<Conversation, T> work) {
    lock.lock();
    try {
      return work.apply(this);
    } finally {
      lock.unlock();
    }
  }

  int id() {
    return id;
  }

  Visit visit() {
    return visit;
  }

  Status status() {
    return status;
  }

  void status(Status next) {
    status = next;
    if (next != Status.SNOOZED) {
      snoozedUntil = Optional.empty();
    }
  }

  Optional<Instant> snoozedUntil() {
    return snoozedUntil;
  }

  void snoozedUntil(Optional<Instant> next) {
    snoozedUntil = next;
  }

  Optional<Person.User> assignee() {
    return assignee;
  }

  void assignee(Optional<Person.User> next) {
    assignee = next;
  }

  List<String> labels() {
    return labels;
  }

  void labels(List<String> next) {
    labels = List.copyOf(next);
  }

  Optional<String> priority() {
    return priority;
  }

  void priority(Optional<String> next) {
    priority = next;
  }

  ObjectNode customAttributes() {
    return customAttributes;
  }

  void customAttributes(ObjectNode next) {
    customAttributes = next;
  }

  Instant lastActivity() {
    return lastActivity;
  }

  /** Oldest first. */
  List<Message> messages() {
    return messages;
  }

  /** Dates a change; no two have the same time, so that no two events are the same. */
  void touch(Instant now) {
    Instant next = updatedAt.plusNanos(1_000);
    updatedAt = now.isAfter(next) ? now.truncatedTo(ChronoUnit.MICROS) : next;
  }

  void add(Message message) {
    messages.add(message);
    lastActivity = message.at();
  }

  /** What a visitor's browser may see, oldest first. */
  List<Message> publicMessages() {
    return messages.stream().filter(Message::isPublic).toList();
  }

  /** As the API and the events show it. */
  ObjectNode json(Inbox inbox) {
    ObjectNode json = RequestJson.object().put("id", id);
    json.put("account_id", inbox.account()).put("inbox_id", inbox.id());
    json.put("uuid", inbox.uuid("conversation/" + id));
    json.put("status", status.word()).put("channel", Inbox.CHANNEL).put("can_reply", true);
    json.set("contact_inbox", visit.json(inbox));
    json.putArray("messages").addAll(lastPublic().map(it -> it.json(inbox)).stream().toList());
    json.set("labels", RequestJson.tree(labels));
    json.set("meta", meta());
    json.set("custom_attributes", customAttributes.deepCopy());
    json.putObject("additional_attributes");
    json.put("snoozed_until", snoozedUntil.map(Instant::toString).orElse(null));
    json.put("muted", false);
    json.put("priority", priority.orElse(null)).put("unread_count", unread());
    json.put("created_at", createdAt.getEpochSecond());
    json.put("timestamp", lastActivity.getEpochSecond());
    json.put("last_activity_at", lastActivity.getEpochSecond());
    json.put("updated_at", updatedAt.getEpochSecond() + updatedAt.getNano() / 1e9);
    json.put("agent_last_seen_at", 0).put("contact_last_seen_at", 0);
    return json;
  }

  private ObjectNode meta() {
    ObjectNode meta = RequestJson.object();
    meta.set("sender", visit.contact().json());
    meta.put("channel", Inbox.CHANNEL);
    meta.set("assignee", assignee.map(Person::json).orElse(null));
    meta.put("assignee_type", assignee.isPresent() ? "User" : null);
    meta.putNull("team").put("hmac_verified", false);
    return meta;
  }

  private Optional<Message> lastPublic() {
    return messages.reversed().stream().filter(Message::isPublic).findFirst();
  }

  // Messages of the visitor since somebody last wrote to them.
  private long unread() {
    return messages.reversed().stream()
        .filter(Message::isPublic)
        .takeWhile(Message::isIncoming)
        .count();
  }
}
