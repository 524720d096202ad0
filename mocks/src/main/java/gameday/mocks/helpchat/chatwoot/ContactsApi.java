package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.helpchat.chatwoot.Person.Contact;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the pipeline asks about contacts, and changes: 15 a page, in the order they came. */
final class ContactsApi {
  private static final int PAGE = 15;
  private static final int CONVERSATIONS = 20;
  private static final int MAX_FIELD = 255;

  private final Inbox inbox;
  private final Contacts contacts;
  private final Conversations conversations;

  ContactsApi(Inbox inbox, Contacts contacts, Conversations conversations) {
    this.inbox = inbox;
    this.contacts = contacts;
    this.conversations = conversations;
  }

  Answer answer(Call call, Route route) {
    return switch (route.pattern()) {
      case "GET contacts" -> Answers.ok(page(contacts.all(), call));
      case "GET contacts/search" -> search(call);
      case "POST contacts" -> withBody(call, this::create);
      case "GET contacts/:id" -> of(route, it -> Answers.ok(payload(json(it))));
      case "PUT contacts/:id", "PATCH contacts/:id" ->
          of(route, it -> withBody(call, body -> update(it, body)));
      case "GET contacts/:id/conversations" -> of(route, this::conversations);
      default -> Answers.notFound();
    };
  }

  private Answer search(Call call) {
    String wanted = Parameters.text(call, "q").orElse("").strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return Answers.unprocessable("Specify search string with parameter q");
    }
    List<Contact> found =
        contacts.all().stream().filter(it -> matches(it.details(), wanted)).toList();
    return Answers.ok(page(found, call));
  }

  private static boolean matches(ContactDetails details, String wanted) {
    return Stream.of(details.name(), details.email(), details.phoneNumber(), details.identifier())
        .anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private Answer create(ObjectNode body) {
    Optional<ContactDetails> details = ContactDetails.unknown().with(body);
    boolean fits =
        RequestJson.isTextOrAbsent(body, "source_id")
            && RequestJson.text(body, "source_id").orElse("").length() <= MAX_FIELD;
    if (!fits || details.isEmpty()) {
      return Answers.unprocessable("a field is too long or of a wrong type");
    }
    if (contacts.isTaken(details.get().email(), Optional.empty())) {
      return Answers.emailTaken();
    }
    if (body.path("inbox_id").isMissingNode()) {
      return contacts
          .add(details.get())
          .map(it -> created(it, Optional.empty()))
          .orElseGet(ContactsApi::noRoom);
    }
    if (!body.path("inbox_id").asText().equals(Integer.toString(inbox.id()))) {
      return Answers.notFound();
    }
    String sourceId = RequestJson.text(body, "source_id").orElseGet(inbox::newSourceId);
    return contacts
        .enter(sourceId, details.get())
        .map(visit -> created(visit.contact(), Optional.of(visit)))
        .orElseGet(ContactsApi::noRoom);
  }

  private static Answer noRoom() {
    return Answers.invalid("Too many contacts", "base");
  }

  private Answer created(Contact contact, Optional<Visit> visit) {
    ObjectNode payload = RequestJson.object().set("contact", json(contact));
    ObjectNode door = payload.putObject("contact_inbox");
    door.set("inbox", visit.isEmpty() ? RequestJson.tree(null) : inbox.wholeJson());
    door.put("source_id", visit.map(Visit::sourceId).orElse(null));
    return Answers.ok(RequestJson.object().set("payload", payload));
  }

  private Answer update(Contact contact, ObjectNode body) {
    Optional<ContactDetails> details = contact.details().with(body);
    if (details.isEmpty()) {
      return Answers.unprocessable("a field is too long or of a wrong type");
    }
    return contacts.update(contact, details.get())
        ? Answers.ok(payload(json(contact)))
        : Answers.emailTaken();
  }

  private Answer conversations(Contact contact) {
    List<Conversation> theirs =
        conversations.all().stream().filter(it -> it.visit().contact() == contact).toList();
    List<ObjectNode> latest =
        theirs.reversed().stream()
            .limit(CONVERSATIONS)
            .map(it -> it.locked(conversation -> conversation.json(inbox)))
            .toList();
    return Answers.ok(RequestJson.object().set("payload", RequestJson.tree(latest)));
  }

  private ObjectNode page(List<Contact> found, Call call) {
    int page = Parameters.number(call, "page").filter(it -> it > 0).orElse(1L).intValue();
    List<ObjectNode> shown =
        found.stream().skip((page - 1L) * PAGE).limit(PAGE).map(this::json).toList();
    ObjectNode json = RequestJson.object();
    json.putObject("meta")
        .put("count", found.size())
        .put("current_page", page)
        .put("has_more", found.size() > (long) page * PAGE);
    json.putArray("payload").addAll(shown);
    return json;
  }

  private ObjectNode json(Contact contact) {
    ObjectNode json = contact.details().into(RequestJson.object());
    json.put("id", contact.id()).put("availability_status", "offline");
    json.put("blocked", false).put("thumbnail", "");
    json.putNull("last_activity_at").put("created_at", contact.createdAt());
    List<ObjectNode> doors =
        contacts.visitsOf(contact).stream()
            .map(
                it ->
                    RequestJson.object()
                        .put("source_id", it.sourceId())
                        .<ObjectNode>set("inbox", inbox.wholeJson()))
            .toList();
    json.putArray("contact_inboxes").addAll(doors);
    return json;
  }

  private static ObjectNode payload(ObjectNode contact) {
    return RequestJson.object().set("payload", contact);
  }

  private Answer of(Route route, Function<Contact, Answer> work) {
    return contacts.contact(route.parts().get(1)).map(work).orElseGet(Answers::notFound);
  }

  private static Answer withBody(Call call, Function<ObjectNode, Answer> work) {
    return RequestJson.read(call.body()).map(work).orElseGet(Answers::badRequest);
  }
}
