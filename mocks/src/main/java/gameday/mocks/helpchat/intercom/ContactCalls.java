package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.helpchat.intercom.Pages.Row;
import gameday.mocks.helpchat.intercom.Query.Field;
import gameday.mocks.http.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /contacts}. */
final class ContactCalls {
  private static final int PER_PAGE = 50;

  private final Workspace workspace;
  private final Contacts contacts;
  private final Query<Contact> query = new Query<>(fields());

  ContactCalls(Workspace workspace, Contacts contacts) {
    this.workspace = workspace;
    this.contacts = contacts;
  }

  JsonNode show(String id) throws Problem {
    return json(contacts.find(id).orElseThrow(() -> Problem.notFound("User")));
  }

  JsonNode create(Call call) throws Problem {
    Fields fields = Fields.of(call);
    Optional<String> externalId = fields.text("external_id");
    Optional<String> email = fields.text("email");
    if (externalId.isEmpty() && email.isEmpty() && !fields.has("role")) {
      throw Problem.missing("email, external_id or role");
    }
    String role = fields.has("role") ? fields.word("role", List.of("user", "lead")) : "user";
    String name = fields.text("name").orElse("");
    ObjectNode attributes = fields.attributes("custom_attributes");
    Optional<Contact> same =
        externalId
            .flatMap(contacts::withExternalId)
            .or(() -> role.equals("user") ? email.flatMap(contacts::withEmail) : Optional.empty());
    if (same.isPresent()) {
      throw new Problem(
          409,
          "conflict",
          "A contact matching those details already exists with id=" + same.get().id());
    }
    return contacts
        .add(new Contacts.Profile(externalId, role, name, email.orElse(""), attributes))
        .map(this::json)
        .orElseThrow(() -> Problem.invalid("Too many contacts"));
  }

  JsonNode search(Call call) throws Problem {
    JsonNode body = Fields.of(call).json();
    Predicate<Contact> wanted = query.read(body.path("query"));
    Pages pages = Pages.of(body.path("pagination"), PER_PAGE);
    List<Row<Contact>> rows =
        contacts.all().stream()
            .filter(wanted)
            .map(it -> new Row<>(it.at(), it.number(), it))
            .toList();
    return pages.fill(RequestJson.object().put("type", "list"), "data", rows, this::json);
  }

  private ObjectNode json(Contact contact) {
    return contact.json(workspace.id());
  }

  private static Map<String, Field<Contact>> fields() {
    Map<String, Field<Contact>> fields = new LinkedHashMap<>();
    fields.put("id", Field.text(Contact::id));
    fields.put("role", Field.text(Contact::role));
    fields.put("name", Field.text(Contact::name));
    fields.put("email", Field.text(Contact::email));
    fields.put("external_id", Field.text(it -> it.externalId().orElse("")));
    fields.put("created_at", Field.date(Contact::at));
    fields.put("updated_at", Field.date(Contact::at));
    return fields;
  }
}
