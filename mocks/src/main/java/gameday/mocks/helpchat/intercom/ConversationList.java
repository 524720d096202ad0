package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.helpchat.intercom.Pages.Row;
import gameday.mocks.helpchat.intercom.Query.Field;
import gameday.mocks.helpchat.intercom.Query.Kind;
import gameday.mocks.http.Call;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lists and searches conversations, by which a pipeline finds what nobody told it. */
final class ConversationList {
  private static final int PER_PAGE = 20;

  private final Conversations conversations;
  private final Query<Conversation> query = new Query<>(fields());

  ConversationList(Conversations conversations) {
    this.conversations = conversations;
  }

  JsonNode list(Call call) throws Problem {
    return page(Pages.of(call, PER_PAGE), it -> true);
  }

  JsonNode search(Call call) throws Problem {
    JsonNode body = Fields.of(call).json();
    Predicate<Conversation> wanted = query.read(body.path("query"));
    return page(Pages.of(body.path("pagination"), PER_PAGE), wanted);
  }

  private ObjectNode page(Pages pages, Predicate<Conversation> wanted) {
    List<Row<Conversation>> rows =
        conversations.all().stream()
            .map(it -> it.locked(c -> row(c, wanted)))
            .flatMap(Optional::stream)
            .toList();
    ObjectNode answer = RequestJson.object().put("type", "conversation.list");
    return pages.fill(
        answer,
        "conversations",
        rows,
        it -> it.locked(conversation -> ConversationJson.of(conversation).item()));
  }

  private static Optional<Row<Conversation>> row(
      Conversation conversation, Predicate<Conversation> wanted) {
    return wanted.test(conversation)
        ? Optional.of(new Row<>(conversation.updatedAt(), conversation.source().id(), conversation))
        : Optional.empty();
  }

  private static Map<String, Field<Conversation>> fields() {
    Map<String, Field<Conversation>> fields = new LinkedHashMap<>();
    fields.put("id", Field.text(Conversation::id));
    fields.put("created_at", Field.date(it -> it.source().at()));
    fields.put("updated_at", Field.date(Conversation::updatedAt));
    fields.put("waiting_since", moment(Conversation::waitingSince));
    fields.put("snoozed_until", moment(Conversation::snoozedUntil));
    fields.put("open", Field.flag(it -> !it.isClosed()));
    fields.put("read", Field.flag(Conversation::isRead));
    fields.put("state", Field.text(it -> it.state().word()));
    fields.put("priority", Field.text(it -> "not_priority"));
    // Nobody is 0, as where a conversation is assigned.
    fields.put("admin_assignee_id", Field.number(it -> it.admin().map(Admin::id).orElse(0)));
    fields.put("team_assignee_id", Field.number(it -> it.team().map(Team::id).orElse(0)));
    fields.put("contact_ids", Field.text(it -> it.source().contact().id()));
    fields.put("teammate_ids", Field.texts(ConversationList::teammates));
    fields.put("tag_ids", Field.texts(it -> List.copyOf(it.tags().keySet())));
    fields.put(
        "ai_agent_participated", Field.flag(it -> it.parts().stream().anyMatch(Part::isByChatbot)));
    fields.put("source.type", Field.text(it -> "conversation"));
    fields.put("source.id", Field.text(it -> Long.toString(it.source().message())));
    fields.put("source.delivered_as", Field.text(it -> "customer_initiated"));
    fields.put("source.subject", Field.text(it -> ""));
    fields.put("source.body", Field.text(it -> it.source().body().text()));
    fields.put("source.url", Field.text(it -> it.source().page()));
    fields.put("source.author.id", Field.text(it -> it.source().contact().id()));
    fields.put("source.author.type", Field.text(it -> it.source().contact().role()));
    fields.put("source.author.name", Field.text(it -> it.source().contact().name()));
    fields.put("source.author.email", Field.text(it -> it.source().contact().email()));
    return fields;
  }

  private static Field<Conversation> moment(Function<Conversation, Optional<Instant>> value) {
    return new Field<>(
        Kind.DATE,
        it -> value.apply(it).map(at -> Long.toString(at.getEpochSecond())).stream().toList());
  }

  private static List<String> teammates(Conversation conversation) {
    return conversation.parts().stream()
        .map(Part::author)
        .filter(Author::isAdmin)
        .map(Author::id)
        .distinct()
        .toList();
  }
}
