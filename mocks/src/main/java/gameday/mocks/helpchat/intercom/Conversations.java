package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.ChatListener;
import gameday.mocks.chat.Shelf;
import gameday.mocks.chat.Surroundings;
import gameday.mocks.helpchat.intercom.Conversation.Source;
import gameday.mocks.helpchat.intercom.Conversation.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All conversations, and every way one changes: store, notify, tell the listener. Callers hold the
 * conversation's lock.
 */
final class Conversations {
  private static final int MAX_MESSAGES = 2_000;

  /** Room for assignments and the like once there are too many messages. */
  private static final int MAX_PARTS = 4_000;

  private static final Optional<Assignee> NO_ONE = Optional.empty();

  private final Workspace workspace;
  private final Notifications notifications;
  private final ChatListener listener;
  private final InstantSource clock;
  private final Contacts contacts;
  private final Shelf<Long, Conversation> byId;
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicLong lastPart = new AtomicLong();
  private final AtomicLong lastMessage = new AtomicLong(400_000_000L);

  /**
   * None yet.
   *
   * @param bound how many are kept; to make room, what was closed longest ago is forgotten
   */
  Conversations(
      Workspace workspace,
      Contacts contacts,
      Notifications notifications,
      Surroundings around,
      int bound) {
    this.workspace = workspace;
    this.contacts = contacts;
    this.byId = new Shelf<>(bound, gone -> contacts.release(gone.source().contact()));
    this.notifications = notifications;
    this.listener = around.listener();
    this.clock = around.clock();
  }

  /**
   * Who does something.
   *
   * @param isApi whether the pipeline does it, in whosever name
   */
  record Actor(Author author, boolean isApi) {
    static Actor desk(Author author) {
      return new Actor(author, false);
    }

    static Actor api(Author author) {
      return new Actor(author, true);
    }
  }

  Optional<Conversation> find(String id) {
    // Ids come from URLs; only what we would print ourselves is one.
    return id.matches("[1-9][0-9]{0,17}") ? byId.find(Long.parseLong(id)) : Optional.empty();
  }

  /** The conversation that the contact opened last. */
  Optional<Conversation> lastOf(Contact contact) {
    return byId.all().reversed().stream()
        .filter(it -> it.source().contact().equals(contact))
        .findFirst();
  }

  /** Oldest first. */
  List<Conversation> all() {
    return byId.all();
  }

  InstantSource clock() {
    return clock;
  }

  /** A new conversation with its first message; empty if there is no room. */
  Optional<Conversation> open(Contact contact, Body body, String page) {
    if (!contacts.hold(contact)) {
      return Optional.empty();
    }
    int number = opened.incrementAndGet();
    Source source =
        new Source(
            workspace.firstConversation() + number,
            lastMessage.incrementAndGet(),
            contact,
            body,
            page,
            clock.instant());
    Conversation conversation = new Conversation(source);
    Optional<Conversation> kept =
        conversation.locked(
            it -> {
              if (byId.enter(source.id(), () -> it).isEmpty()) {
                return Optional.<Conversation>empty();
              }
              notifications.send("user.created", it, List.of());
              listener.opened(it.id(), contact.key(), contact.email(), body.text());
              return Optional.of(it);
            });
    if (kept.isEmpty()) {
      contacts.release(contact);
    }
    return kept;
  }

  /** What is closed may be forgotten. One that was, meanwhile, is nobody's concern any more. */
  private void move(Conversation conversation, State next) {
    long id = conversation.source().id();
    if (conversation.isClosed() && next != State.CLOSED) {
      byId.hold(id);
    } else if (!conversation.isClosed() && next == State.CLOSED && byId.find(id).isPresent()) {
      byId.release(id);
    }
    conversation.state(next);
  }

  /** The contact writes; a conversation that was closed or snoozed is open again. */
  Optional<Part> contactWrites(Conversation conversation, Body body) {
    boolean reopens = conversation.state() != State.OPEN;
    Author contact = conversation.source().contact().author();
    Optional<Part> part =
        add(conversation, reopens ? "open" : "comment", contact, Optional.of(body), NO_ONE);
    part.ifPresent(
        it -> {
          if (conversation.isClosed()) {
            // Who comes back starts with the chatbot again.
            conversation.assign(new Assignee.ToNobody());
          }
          move(conversation, State.OPEN);
          notifications.send("user.replied", conversation, List.of(it));
          listener.visitorWrote(conversation.id(), body.text());
        });
    return part;
  }

  /** An admin or the chatbot writes to the contact. */
  Optional<Part> reply(Conversation conversation, Actor by, Body body) {
    Optional<Part> part = add(conversation, "comment", by.author(), Optional.of(body), NO_ONE);
    part.ifPresent(
        it -> {
          String who = by.author().isAdmin() ? "admin" : "operator";
          notifications.send(who + ".replied", conversation, List.of(it));
          tell(conversation, by, it);
        });
    return part;
  }

  /** An admin writes what the contact doesn't see. */
  Optional<Part> note(Conversation conversation, Actor by, Body body) {
    Optional<Part> part = add(conversation, "note", by.author(), Optional.of(body), NO_ONE);
    part.ifPresent(
        it -> {
          notifications.send("admin.noted", conversation, List.of(it));
          tell(conversation, by, it);
        });
    return part;
  }

  /** Assigns and opens it; false if it is full. Whoever has it already changes nothing. */
  boolean assign(Conversation conversation, Actor by, Assignee to, Optional<Body> body) {
    boolean reopens = conversation.state() != State.OPEN;
    if (!reopens && body.isEmpty() && conversation.isAssignedTo(to)) {
      return true;
    }
    String type = reopens ? "assign_and_reopen" : "assignment";
    Optional<Part> part = add(conversation, type, by.author(), body, Optional.of(to));
    part.ifPresent(
        it -> {
          conversation.assign(to);
          move(conversation, State.OPEN);
          String topic = reopens ? "admin.open.assigned" : "admin.assigned";
          notifications.send(topic, conversation, List.of(it));
          tell(conversation, by, it);
        });
    return part.isPresent();
  }

  /** Closes it, with a last word perhaps; false if it is full. */
  boolean close(Conversation conversation, Actor by, Optional<Body> body) {
    return become(conversation, State.CLOSED, by, body);
  }

  /** Opens it again; false if it is full. */
  boolean reopen(Conversation conversation, Actor by) {
    return become(conversation, State.OPEN, by, Optional.empty());
  }

  /** Puts it away until then; false if it is full. */
  boolean snooze(Conversation conversation, Actor by, Instant until) {
    Optional<Part> part = add(conversation, "snoozed", by.author(), Optional.empty(), NO_ONE);
    part.ifPresent(
        it -> {
          move(conversation, State.SNOOZED);
          conversation.snooze(until);
          notifications.send("admin.snoozed", conversation, List.of(it));
        });
    return part.isPresent();
  }

  /**
   * Sets attributes, each change a part by the operator, as in the product; false if it is full.
   */
  boolean setAttributes(Conversation conversation, ObjectNode given) {
    ObjectNode before = conversation.customAttributes();
    List<String> changed =
        given
            .propertyStream()
            .filter(it -> !it.getValue().equals(before.get(it.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    if (conversation.parts().size() + changed.size() > MAX_PARTS) {
      return false;
    }
    for (String name : changed) {
      before.set(name, given.get(name));
      add(conversation, Part.ATTRIBUTE, workspace.bot(), Optional.empty(), NO_ONE);
    }
    return true;
  }

  private boolean become(Conversation conversation, State next, Actor by, Optional<Body> body) {
    if (conversation.state() == next && body.isEmpty()) {
      return true;
    }
    String type = next == State.CLOSED ? "close" : "open";
    Optional<Part> part = add(conversation, type, by.author(), body, NO_ONE);
    part.ifPresent(
        it -> {
          move(conversation, next);
          String topic = next == State.CLOSED ? "admin.closed" : "admin.opened";
          notifications.send(topic, conversation, List.of(it));
          tell(conversation, by, it);
        });
    return part.isPresent();
  }

  private Optional<Part> add(
      Conversation conversation,
      String type,
      Author author,
      Optional<Body> body,
      Optional<Assignee> to) {
    int most = body.isPresent() ? MAX_MESSAGES : MAX_PARTS;
    if (conversation.parts().size() >= most) {
      return Optional.empty();
    }
    Part part = new Part(lastPart.incrementAndGet(), type, author, body, to, clock.instant());
    conversation.add(part);
    return Optional.of(part);
  }

  private void tell(Conversation conversation, Actor by, Part part) {
    if (by.isApi() && part.isPublic()) {
      listener.pipelineReplied(conversation.id(), part.body().orElseThrow().text());
    } else if (by.isApi() && part.body().isPresent()) {
      listener.pipelineNoted(conversation.id(), part.body().orElseThrow().text());
    }
  }
}
