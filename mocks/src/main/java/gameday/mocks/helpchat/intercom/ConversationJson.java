package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.helpchat.intercom.Conversation.Source;
import java.time.Instant;
import java.util.List;

/** A conversation as the API and the notifications show it. Callers hold its lock. */
record ConversationJson(Conversation conversation, boolean plaintext) {
  /** More than these latest parts the API never shows. */
  private static final int MOST_PARTS = 500;

  /** As HTML. */
  static ConversationJson of(Conversation conversation) {
    return new ConversationJson(conversation, false);
  }

  /** With all its parts. */
  ObjectNode full() {
    List<Part> parts = conversation.parts();
    ObjectNode json =
        withParts(parts.subList(Math.max(0, parts.size() - MOST_PARTS), parts.size()));
    json.withObject("conversation_parts").put("total_count", parts.size());
    return json;
  }

  /** With only these parts. */
  ObjectNode withParts(List<Part> parts) {
    ObjectNode json = item();
    ObjectNode list = json.putObject("conversation_parts");
    list.put("type", "conversation_part.list")
        .putArray("conversation_parts")
        .addAll(parts.stream().map(it -> it.json(plaintext)).toList());
    list.put("total_count", parts.size());
    return json;
  }

  /** As lists show it: without parts. */
  ObjectNode item() {
    Source source = conversation.source();
    ObjectNode json = RequestJson.object().put("type", "conversation").put("id", conversation.id());
    json.put("created_at", source.at().getEpochSecond());
    json.put("updated_at", conversation.updatedAt().getEpochSecond());
    json.put("waiting_since", seconds(conversation.waitingSince().orElse(null)));
    json.put("snoozed_until", seconds(conversation.snoozedUntil().orElse(null)));
    json.set("source", source());
    json.set("contacts", contacts(source.contact()));
    json.putObject("first_contact_reply")
        .put("created_at", source.at().getEpochSecond())
        .put("type", "conversation")
        .put("url", page());
    json.put("admin_assignee_id", conversation.admin().map(Admin::id).orElse(null));
    json.put("team_assignee_id", conversation.team().map(Team::id).orElse(null));
    json.put("open", !conversation.isClosed()).put("state", conversation.state().word());
    json.put("read", conversation.isRead());
    json.putObject("tags")
        .put("type", "tag.list")
        .putArray("tags")
        .addAll(conversation.tags().values().stream().map(Tag.Applied::json).toList());
    json.put("priority", "not_priority").putNull("sla_applied");
    json.set("statistics", Statistics.json(conversation));
    json.putNull("conversation_rating");
    json.set("teammates", teammates());
    json.putNull("title");
    json.set("custom_attributes", conversation.customAttributes().deepCopy());
    json.putObject("topics");
    json.putNull("ticket");
    json.putObject("linked_objects").put("type", "list").putArray("data");
    json.withObject("linked_objects").put("total_count", 0).put("has_more", false);
    json.set("ai_agent", botParticipated() ? aiAgent() : null);
    return json.put("ai_agent_participated", botParticipated());
  }

  private ObjectNode source() {
    Source source = conversation.source();
    ObjectNode json = RequestJson.object().put("type", "conversation");
    json.put("id", Long.toString(source.message())).put("delivered_as", "customer_initiated");
    json.put("subject", "");
    json.put("body", plaintext ? source.body().text() : source.body().html());
    json.set("author", source.contact().author().json());
    json.putArray("attachments");
    return json.put("url", page()).put("redacted", false);
  }

  private String page() {
    String page = conversation.source().page();
    return page.isBlank() ? null : page;
  }

  private static ObjectNode contacts(Contact contact) {
    ObjectNode json = RequestJson.object().put("type", "contact.list");
    json.putArray("contacts")
        .addObject()
        .put("type", "contact")
        .put("id", contact.id())
        .put("external_id", contact.externalId().orElse(null));
    return json;
  }

  private ObjectNode teammates() {
    ObjectNode json = RequestJson.object().put("type", "admin.list");
    json.putArray("teammates")
        .addAll(
            conversation.parts().stream()
                .map(Part::author)
                .filter(Author::isAdmin)
                .map(Author::id)
                .distinct()
                .map(id -> RequestJson.object().put("type", "admin").put("id", id))
                .toList());
    return json;
  }

  private boolean botParticipated() {
    return conversation.parts().stream().anyMatch(Part::isByChatbot);
  }

  private ObjectNode aiAgent() {
    List<Part> byBot = conversation.parts().stream().filter(Part::isByChatbot).toList();
    boolean answered = byBot.stream().anyMatch(Part::isPublic);
    ObjectNode json = RequestJson.object().put("source_type", "workflow").putNull("source_title");
    json.put("last_answer_type", answered ? "ai_answer" : null);
    json.put("resolution_state", resolution(byBot));
    json.putNull("rating").putNull("rating_remark");
    json.putObject("content_sources")
        .put("type", "content_source.list")
        .put("total_count", 0)
        .putArray("content_sources");
    return json;
  }

  private static String resolution(List<Part> byBot) {
    return switch (byBot.getLast().type()) {
      case "assignment" -> "routed_to_team";
      case "close" -> "assumed_resolution";
      default -> null;
    };
  }

  private static Long seconds(Instant at) {
    return at == null ? null : at.getEpochSecond();
  }
}
