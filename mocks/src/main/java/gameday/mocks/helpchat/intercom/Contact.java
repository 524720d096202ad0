package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user or lead.
 *
 * @param number counts contacts
 * @param id 24 hex digits, Intercom's own
 * @param externalId the id the website knows them by
 * @param role {@code user} or {@code lead}
 * @param attributes {@code custom_attributes}
 */
record Contact(
    int number,
    String id,
    Optional<String> externalId,
    String role,
    String name,
    String email,
    ObjectNode attributes,
    Instant at) {
  private static final List<String> UNKNOWN =
      List.of(
          "phone avatar owner_id signed_up_at last_seen_at last_replied_at last_contacted_at",
          "last_email_opened_at last_email_clicked_at language_override browser browser_version",
          "browser_language os android_app_name android_app_version android_device",
          "android_os_version android_sdk_version android_last_seen_at ios_app_name",
          "ios_app_version ios_device ios_os_version ios_sdk_version ios_last_seen_at",
          "utm_campaign utm_content utm_medium utm_source utm_term referrer");

  /** Who it is to a listener: the id the website knows, or else Intercom's. */
  String key() {
    return externalId.orElse(id);
  }

  Author author() {
    return new Author(role, id, name, email);
  }

  ObjectNode json(String workspace) {
    ObjectNode json = RequestJson.object().put("type", "contact").put("id", id);
    json.put("workspace_id", workspace).put("external_id", externalId.orElse(null));
    json.put("role", role).put("email", email.isEmpty() ? null : email);
    json.put("name", name.isEmpty() ? null : name);
    UNKNOWN.forEach(line -> List.of(line.split(" ")).forEach(json::putNull));
    json.putObject("social_profiles").put("type", "list").putArray("data");
    json.put("has_hard_bounced", false).put("marked_email_as_spam", false);
    json.put("unsubscribed_from_emails", false);
    json.put("created_at", at.getEpochSecond()).put("updated_at", at.getEpochSecond());
    ObjectNode location = json.putObject("location").put("type", "location");
    List.of("country", "region", "city", "country_code", "continent_code")
        .forEach(location::putNull);
    json.set("custom_attributes", attributes.deepCopy());
    List.of("tags", "notes", "companies").forEach(it -> json.set(it, emptyList(it)));
    List.of("opted_out_subscription_types", "opted_in_subscription_types")
        .forEach(it -> json.set(it, emptyList("subscriptions")));
    return json;
  }

  private ObjectNode emptyList(String of) {
    ObjectNode list = RequestJson.object().put("type", "list");
    list.putArray("data");
    return list.put("url", "/contacts/" + id + "/" + of)
        .put("total_count", 0)
        .put("has_more", false);
  }
}
