package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.ChatListener;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.Surroundings;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All conversations, and every way one changes: store, tell the listener, send the events. Callers
 * hold the conversation's lock.
 */
final class Conversations {
  /** Chatwoot's own limit. */
  static final int MAX_CONTENT = 150_000;

  private static final int MAX_CONVERSATIONS = 200_000;
  private static final int MAX_MESSAGES = 2_000;

  private final Inbox inbox;
  private final Events events;
  private final ChatListener listener;
  private final InstantSource clock;
  private final NavigableMap<Integer, Conversation> byId = new ConcurrentSkipListMap<>();
  private final AtomicInteger lastConversation = new AtomicInteger();
  private final AtomicInteger lastMessage = new AtomicInteger();

  Conversations(Inbox inbox, Events events, Surroundings around) {
    this.inbox = inbox;
    this.events = events;
    this.listener = around.listener();
    this.clock = around.clock();
  }

  /** What a request says of a new message. */
  record Draft(String content, boolean isPrivate, ObjectNode attributes, Optional<String> echoId) {}

  Optional<Conversation> find(String id) {
    // Ids come from URLs; only what we would print ourselves is one.
    return id.matches("[1-9][0-9]{0,8}")
        ? Optional.ofNullable(byId.get(Integer.parseInt(id)))
        : Optional.empty();
  }

  Collection<Conversation> all() {
    return byId.values();
  }

  InstantSource clock() {
    return clock;
  }

  /** A new conversation; empty if there are too many. */
  Optional<Conversation> open(Visit visit, ObjectNode customAttributes) {
    int id = lastConversation.incrementAndGet();
    if (id > MAX_CONVERSATIONS) {
      return Optional.empty();
    }
    Conversation conversation = new Conversation(id, visit, customAttributes, clock.instant());
    return Optional.of(
        conversation.locked(
            it -> {
              byId.put(id, it);
              events.created(it);
              return it;
            }));
  }

  /** A plain message; false if it is blank, too long or one too many. */
  boolean write(Conversation conversation, Person author, String text, boolean isPrivate) {
    Draft draft = new Draft(text, isPrivate, RequestJson.object(), Optional.empty());
    return !text.isBlank() && write(conversation, author, draft).isPresent();
  }

  /** The message as stored; empty if it is too long or one too many. */
  Optional<Message> write(Conversation conversation, Person author, Draft draft) {
    if (draft.content().length() > MAX_CONTENT || conversation.messages().size() >= MAX_MESSAGES) {
      return Optional.empty();
    }
    Message message =
        new Message(
            lastMessage.incrementAndGet(),
            conversation.id(),
            author,
            draft.content(),
            draft.isPrivate(),
            draft.attributes(),
            draft.echoId(),
            clock.instant());
    boolean first = message.isIncoming() && conversation.messages().isEmpty();
    Status before = conversation.status();
    conversation.add(message);
    if (message.isIncoming() && before == Status.RESOLVED) {
      // With an agent bot in the inbox, whoever writes again starts with the bot again.
      conversation.status(Status.PENDING);
    }
    events.messageCreated(conversation, message);
    if (conversation.status() != before) {
      events.statusChanged(conversation, before);
    }
    tell(conversation, message, first);
    return Optional.of(message);
  }

  boolean setStatus(Conversation conversation, Status next) {
    Status before = conversation.status();
    if (before != next) {
      conversation.status(next);
      events.statusChanged(conversation, before);
    }
    return true;
  }

  boolean assign(Conversation conversation, Optional<Person> next) {
    Optional<Person> before = conversation.assignee();
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
      events.updated(
          conversation,
          "priority",
          RequestJson.tree(before.orElse(null)),
          RequestJson.tree(next.orElse(null)));
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
    Message gone =
        new Message(
            message.id(),
            message.conversation(),
            message.sender(),
            "This message was deleted",
            message.isPrivate(),
            RequestJson.object().put("deleted", true),
            message.echoId(),
            message.at());
    conversation.messages().set(conversation.messages().indexOf(message), gone);
    events.messageUpdated(conversation, gone);
  }

  private void tell(Conversation conversation, Message message, boolean first) {
    String id = Integer.toString(conversation.id());
    if (first) {
      Visit visit = conversation.visit();
      listener.opened(id, visit.sourceId(), visit.contact().email(), message.content());
    } else if (message.isIncoming()) {
      listener.visitorWrote(id, message.content());
    } else if (message.sender().equals(inbox.pipeline()) && message.isPrivate()) {
      listener.pipelineNoted(id, message.content());
    } else if (message.sender().equals(inbox.pipeline())) {
      listener.pipelineReplied(id, message.content());
    }
  }

  private static JsonNode id(Optional<Person> person) {
    return RequestJson.tree(person.map(Person::id).orElse(null));
  }
}
