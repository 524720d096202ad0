package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.ChatListener;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Shelf;
import gameday.mocks.chat.Surroundings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All conversations, and every way one changes: store, send the events, tell the listener. Callers
 * hold the conversation's lock, unless said otherwise. What isn't resolved is held on the shelf.
 */
final class Conversations {
  /** Chatwoot's own limit. */
  static final int MAX_CONTENT = 150_000;

  private static final int MAX_MESSAGES = 2_000;
  private static final String BOT_FAILED =
      "Conversation was marked open by system due to an error with the agent bot.";

  private final Inbox inbox;
  private final Events events;
  private final Contacts contacts;
  private final Attachments attachments;
  private final ChatListener listener;
  private final InstantSource clock;
  private final Shelf<Integer, Conversation> byId;
  private final AtomicInteger lastConversation = new AtomicInteger();
  private final AtomicInteger lastMessage = new AtomicInteger();

  Conversations(Inbox inbox, Events events, Memory memory, Surroundings around) {
    this.inbox = inbox;
    this.events = events;
    this.contacts = memory.contacts();
    this.attachments = memory.attachments();
    this.listener = around.listener();
    this.clock = around.clock();
    this.byId = new Shelf<>(memory.conversations(), gone -> contacts.release(gone.visit()));
  }

  /** Needs no lock. */
  Optional<Conversation> find(String id) {
    // Ids come from URLs; only what we would print ourselves is one.
    return id.matches("[1-9][0-9]{0,8}") ? byId.find(Integer.parseInt(id)) : Optional.empty();
  }

  /** In the order in which they came. Needs no lock. */
  List<Conversation> all() {
    return byId.all();
  }

  /** A new conversation; empty if there is no room. Needs no lock. */
  Optional<Conversation> open(Visit visit, ObjectNode customAttributes) {
    if (!contacts.hold(visit)) {
      return Optional.empty();
    }
    int id = lastConversation.incrementAndGet();
    Conversation conversation = new Conversation(id, visit, customAttributes, clock.instant());
    // Nobody may act on it before the pipeline is told of it.
    Optional<Conversation> opened =
        conversation.locked(
            it -> {
              Optional<Conversation> kept = byId.enter(id, () -> it);
              kept.ifPresent(events::created);
              return kept;
            });
    if (opened.isEmpty()) {
      contacts.release(visit);
    }
    return opened;
  }

  /** A plain message; false if it is blank, too long or one too many. */
  boolean write(Conversation conversation, Person author, String text, boolean isPrivate) {
    return !text.isBlank() && write(conversation, author, Draft.text(text, isPrivate)).isPresent();
  }

  /** The message as stored; empty if it is too long, one too many, or the conversation is gone. */
  Optional<Message> write(Conversation conversation, Person author, Draft draft) {
    boolean incoming = author instanceof Person.Contact;
    Status before = conversation.status();
    Status after = incoming ? woken(before) : before;
    if (draft.content().length() > MAX_CONTENT
        || conversation.messages().size() >= MAX_MESSAGES
        || !become(conversation, after)) {
      return Optional.empty();
    }
    boolean first = incoming && conversation.messages().isEmpty();
    Message message = message(conversation, Optional.of(author), draft);
    conversation.add(message);
    events.messageCreated(conversation, message);
    if (after != before) {
      events.statusChanged(conversation, before);
    }
    tell(conversation, message, first);
    return Optional.of(message);
  }

  // With an agent bot in the inbox, whoever writes again after the end starts with the bot again.
  private static Status woken(Status before) {
    return switch (before) {
      case RESOLVED -> Status.PENDING;
      case SNOOZED -> Status.OPEN;
      case OPEN, PENDING -> before;
    };
  }

  private Message message(Conversation conversation, Optional<Person> author, Draft draft) {
    return new Message(
        lastMessage.incrementAndGet(),
        conversation.id(),
        author,
        draft.content(),
        draft.isPrivate(),
        draft.attributes(),
        draft.echoId(),
        draft.files().stream().map(it -> attachments.keep(it, draft.base())).toList(),
        clock.instant());
  }

  /** False if the conversation was forgotten. */
  boolean setStatus(Conversation conversation, Status next) {
    Status before = conversation.status();
    if (!become(conversation, next)) {
      return false;
    }
    if (before != next) {
      events.statusChanged(conversation, before);
    }
    return true;
  }

  private boolean become(Conversation conversation, Status next) {
    Status before = conversation.status();
    if (before == next) {
      return true;
    }
    if (before == Status.RESOLVED && !byId.hold(conversation.id())) {
      return false;
    }
    conversation.status(next);
    if (next == Status.RESOLVED) {
      byId.release(conversation.id());
    }
    return true;
  }

  void snooze(Conversation conversation, Optional<Instant> until) {
    Optional<Instant> before = conversation.snoozedUntil();
    if (!before.equals(until)) {
      conversation.snoozedUntil(until);
      events.updated(conversation, "snoozed_until", text(before), text(until));
    }
  }

  /** The agent bot's webhook failed: humans must look at what the bot had. Takes the lock. */
  void botFailed(String id) {
    find(id)
        .ifPresent(
            conversation ->
                conversation.locked(it -> it.status() == Status.PENDING && openForHumans(it)));
  }

  private boolean openForHumans(Conversation conversation) {
    if (conversation.messages().size() < MAX_MESSAGES) {
      conversation.add(message(conversation, Optional.empty(), Draft.text(BOT_FAILED, false)));
    }
    return setStatus(conversation, Status.OPEN);
  }

  boolean assign(Conversation conversation, Optional<Person.User> next) {
    Optional<Person.User> before = conversation.assignee();
    if (!before.equals(next)) {
      conversation.assignee(next);
      events.updated(conversation, "assignee_id", id(before), id(next));
    }
    return true;
  }

  void label(Conversation conversation, List<String> next) {
    List<String> before = conversation.labels();
    if (!before.equals(next)) {
      conversation.labels(next);
      events.updated(conversation, "label_list", RequestJson.tree(before), RequestJson.tree(next));
    }
  }

  void prioritise(Conversation conversation, Optional<String> next) {
    Optional<String> before = conversation.priority();
    if (!before.equals(next)) {
      conversation.priority(next);
      events.updated(conversation, "priority", text(before), text(next));
    }
  }

  void setAttributes(Conversation conversation, ObjectNode next) {
    ObjectNode before = conversation.customAttributes();
    if (!before.equals(next)) {
      conversation.customAttributes(next);
      events.updated(conversation, "custom_attributes", before.deepCopy(), next.deepCopy());
    }
  }

  /** What the product shows instead of a message that was taken back. */
  void takeBack(Conversation conversation, Message message) {
    Message gone = message.takenBack();
    conversation.messages().set(conversation.messages().indexOf(message), gone);
    events.messageUpdated(conversation, gone);
  }

  /** Somebody has begun to type, or stopped; nothing of it is kept. */
  void typing(Conversation conversation, Person who, boolean on, boolean isPrivate) {
    events.typing(conversation, who, on, isPrivate);
  }

  private void tell(Conversation conversation, Message message, boolean first) {
    String id = Integer.toString(conversation.id());
    String words = message.words();
    if (first) {
      Visit visit = conversation.visit();
      listener.opened(id, visit.sourceId(), visit.contact().details().email(), words);
    } else if (message.isIncoming()) {
      listener.visitorWrote(id, words);
    } else if (message.isBy(inbox.pipeline()) && message.isPrivate()) {
      listener.pipelineNoted(id, words);
    } else if (message.isBy(inbox.pipeline())) {
      listener.pipelineReplied(id, words);
    }
  }

  private static JsonNode id(Optional<Person.User> person) {
    return RequestJson.tree(person.map(Person::id).orElse(null));
  }

  private static JsonNode text(Optional<?> value) {
    return RequestJson.tree(value.map(Object::toString).orElse(null));
  }
}
