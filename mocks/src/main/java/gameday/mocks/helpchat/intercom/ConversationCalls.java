package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.helpchat.intercom.Conversations.Actor;
import gameday.mocks.http.Call;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the API does with one conversation. */
final class ConversationCalls {
  private static final int MOST_ATTRIBUTES = 200;
  private static final long TEN_YEARS_SECONDS = 10L * 366 * 24 * 3_600;

  private final Workspace workspace;
  private final Contacts contacts;
  private final Conversations conversations;

  ConversationCalls(Workspace workspace, Contacts contacts, Conversations conversations) {
    this.workspace = workspace;
    this.contacts = contacts;
    this.conversations = conversations;
  }

  JsonNode show(String id, Call call) throws Problem {
    boolean plaintext = call.query().getOrDefault("display_as", List.of()).contains("plaintext");
    return find(id).locked(it -> new ConversationJson(it, plaintext).full());
  }

  /** A conversation begun in a contact's name; what comes back is its first message. */
  JsonNode create(Call call) throws Problem {
    Fields fields = Fields.of(call);
    if (!(fields.json().path("from") instanceof ObjectNode object)) {
      throw Problem.missing("from");
    }
    Fields from = new Fields(object);
    from.word("type", List.of("user", "lead", "contact"));
    String id = from.id("id").orElseThrow(() -> Problem.missing("from.id"));
    fields.refuseAttachments();
    Body body = fields.typed();
    Contact contact = contacts.find(id).orElseThrow(() -> Problem.notFound("User"));
    return conversations
        .open(contact, body, "")
        .map(it -> message(it.source()))
        .orElseThrow(() -> Problem.invalid("Too many conversations"));
  }

  JsonNode update(String id, Call call) throws Problem {
    Conversation conversation = find(id);
    Fields fields = Fields.of(call);
    JsonNode read = fields.json().path("read");
    if (fields.has("read") && !read.isBoolean()) {
      throw Problem.invalid("read must be a boolean");
    }
    ObjectNode attributes = fields.attributes("custom_attributes");
    return conversation.locked(
        it -> {
          if (it.customAttributes().size() + attributes.size() > MOST_ATTRIBUTES
              || !conversations.setAttributes(it, attributes)) {
            throw full();
          }
          if (read.isBoolean()) {
            it.read(read.asBoolean(), conversations.clock().instant());
          }
          return shown(it);
        });
  }

  JsonNode reply(String id, Call call) throws Problem {
    boolean toLast = id.equals("last");
    Optional<Conversation> named = toLast ? Optional.empty() : Optional.of(find(id));
    Fields fields = Fields.of(call);
    String type = fields.word("type", List.of("admin", "user"));
    fields.refuseAttachments();
    if (type.equals("user")) {
      return replyOfContact(named, fields);
    }
    String kind = fields.word("message_type", List.of("comment", "note"));
    Actor admin = admin(fields);
    Body body = fields.requiredHtml();
    return named
        .orElseThrow(() -> Problem.notFound("Resource"))
        .locked(
            it -> {
              boolean isNote = kind.equals("note");
              Optional<Part> part =
                  isNote
                      ? conversations.note(it, admin, body)
                      : conversations.reply(it, admin, body);
              part.orElseThrow(ConversationCalls::full);
              return shown(it);
            });
  }

  private JsonNode replyOfContact(Optional<Conversation> named, Fields fields) throws Problem {
    fields.word("message_type", List.of("comment"));
    Body body = fields.typed();
    Contact contact = contact(fields);
    Conversation conversation =
        named
            .or(() -> conversations.lastOf(contact))
            .filter(it -> it.source().contact().equals(contact))
            .orElseThrow(() -> Problem.notFound("Resource"));
    return conversation.locked(
        it -> {
          conversations.contactWrites(it, body).orElseThrow(ConversationCalls::full);
          return shown(it);
        });
  }

  JsonNode manage(String id, Call call) throws Problem {
    Conversation conversation = find(id);
    Fields fields = Fields.of(call);
    String kind = fields.word("message_type", List.of("assignment", "close", "open", "snoozed"));
    Actor admin = admin(fields);
    return switch (kind) {
      case "assignment" -> {
        fields.word("type", List.of("admin", "team"));
        Assignee to = assignee(fields);
        Optional<Body> body = fields.html();
        yield change(conversation, it -> conversations.assign(it, admin, to, body));
      }
      case "close" -> {
        fields.word("type", List.of("admin"));
        Optional<Body> body = fields.html();
        yield change(conversation, it -> conversations.close(it, admin, body));
      }
      case "open" -> change(conversation, it -> conversations.reopen(it, admin));
      default -> {
        Instant until = snoozedUntil(fields);
        yield change(conversation, it -> conversations.snooze(it, admin, until));
      }
    };
  }

  JsonNode tag(String id, Call call) throws Problem {
    Conversation conversation = find(id);
    Fields fields = Fields.of(call);
    String tagId = fields.id("id").orElseThrow(() -> Problem.missing("id"));
    Admin by = findAdmin(fields);
    Tag tag = workspace.tag(tagId).orElseThrow(ConversationCalls::noTag);
    Tag.Applied applied = new Tag.Applied(tag, by, conversations.clock().instant());
    return conversation.locked(
        it -> {
          it.touch(applied.at());
          Tag.Applied before = it.tags().putIfAbsent(tag.id(), applied);
          return (before == null ? applied : before).json();
        });
  }

  JsonNode untag(String id, String tagId, Call call) throws Problem {
    Conversation conversation = find(id);
    findAdmin(Fields.of(call));
    return conversation.locked(
        it -> {
          Tag.Applied gone = it.tags().remove(tagId);
          if (gone == null) {
            throw noTag();
          }
          it.touch(conversations.clock().instant());
          return gone.json();
        });
  }

  private interface Change {
    boolean fits(Conversation conversation);
  }

  private static JsonNode change(Conversation conversation, Change change) throws Problem {
    return conversation.locked(
        it -> {
          if (!change.fits(it)) {
            throw full();
          }
          return shown(it);
        });
  }

  private Conversation find(String id) throws Problem {
    return conversations.find(id).orElseThrow(() -> Problem.notFound("Resource"));
  }

  private Actor admin(Fields fields) throws Problem {
    return Actor.api(findAdmin(fields).author());
  }

  private Admin findAdmin(Fields fields) throws Problem {
    String id = fields.id("admin_id").orElseThrow(() -> Problem.missing("admin_id"));
    return workspace
        .admin(id)
        .orElseThrow(() -> new Problem(404, "admin_not_found", "Admin for admin_id not found"));
  }

  private Assignee assignee(Fields fields) throws Problem {
    String id = fields.id("assignee_id").orElseThrow(() -> Problem.missing("assignee_id"));
    Optional<Assignee> to =
        switch (fields.text("type").orElse("")) {
          case "team" -> workspace.team(id).map(Assignee.ToTeam::new);
          default -> workspace.admin(id).map(Assignee.ToAdmin::new);
        };
    return id.equals("0")
        ? new Assignee.ToNobody()
        : to.orElseThrow(() -> new Problem(404, "assignee_not_found", "Assignee not found"));
  }

  private Contact contact(Fields fields) throws Problem {
    Optional<String> id = fields.id("intercom_user_id");
    Optional<String> externalId = fields.id("user_id");
    Optional<String> email = fields.text("email");
    if (id.isEmpty() && externalId.isEmpty() && email.isEmpty()) {
      throw Problem.missing("intercom_user_id, user_id or email");
    }
    return id.flatMap(contacts::find)
        .or(() -> externalId.flatMap(contacts::withExternalId))
        .or(() -> email.flatMap(contacts::withEmail))
        .orElseThrow(() -> Problem.notFound("User"));
  }

  private Instant snoozedUntil(Fields fields) throws Problem {
    JsonNode until = fields.json().path("snoozed_until");
    if (until.isMissingNode()) {
      throw Problem.missing("snoozed_until");
    }
    long now = conversations.clock().instant().getEpochSecond();
    if (!until.canConvertToLong()
        || until.asLong() <= now
        || until.asLong() > now + TEN_YEARS_SECONDS) {
      throw Problem.invalid("snoozed_until must be a time in the future");
    }
    return Instant.ofEpochSecond(until.asLong());
  }

  private static ObjectNode message(Conversation.Source source) {
    return RequestJson.object()
        .put("type", "user_message")
        .put("id", Long.toString(source.message()))
        .put("created_at", source.at().getEpochSecond())
        .put("body", source.body().text())
        .put("message_type", "inapp")
        .put("conversation_id", Long.toString(source.id()));
  }

  private static ObjectNode shown(Conversation conversation) {
    return ConversationJson.of(conversation).full();
  }

  private static Problem full() {
    return Problem.invalid("Too many conversation parts");
  }

  private static Problem noTag() {
    return new Problem(404, "tag_not_found", "Tag not found");
  }
}
