package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.pipeline.settings.Settings;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Intercom's REST API, and as whom we write there. */
public final class IntercomCalls {
  private static final int A_PAGE = 150;

  private final JsonCalls calls;
  private volatile String me = "";

  /** Calls nobody yet. */
  public IntercomCalls(Settings.HelpChat settings) {
    this.calls =
        new JsonCalls(
            settings.url(),
            Map.of(
                "Authorization", "Bearer " + settings.token(),
                "Intercom-Version", "2.11",
                "Accept", "application/json"));
  }

  /**
   * The admin whose token we have; asked once.
   *
   * @throws IOException if that can't be told now
   */
  String me() throws IOException, InterruptedException {
    if (me.isEmpty()) {
      String id = calls.get("/me").path("id").asText();
      if (id.isEmpty()) {
        throw new IOException("/me has no id");
      }
      me = id;
    }
    return me;
  }

  /**
   * Asks anew whose token we have; returns the admin, for the log.
   *
   * @throws IOException if it is nobody's, or that can't be told now
   */
  public String whoAmI() throws IOException, InterruptedException {
    return "admin " + calls.get("/me").path("id").asText();
  }

  /** Writes a {@code comment} or a {@code note}. */
  JsonCalls.Outcome reply(String conversation, String kind, String admin, String text)
      throws InterruptedException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("message_type", kind)
        .put("type", "admin")
        .put("admin_id", admin)
        .put("body", IntercomText.html(text));
    return calls.post(path(conversation) + "/reply", body, Map.of());
  }

  /** The conversation with its parts; an empty object if it isn't there. */
  JsonNode conversation(String id) throws IOException, InterruptedException {
    return calls.find(path(id));
  }

  /**
   * A page of conversations that aren't closed and changed at {@code sinceSeconds} or later.
   *
   * @param cursor where the page begins, blank for the first
   */
  JsonNode open(long sinceSeconds, String cursor) throws IOException, InterruptedException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode query = body.putObject("query").put("operator", "AND");
    query.putArray("value").add(filter("open", "=").put("value", true));
    query.withArray("value").add(filter("updated_at", ">").put("value", sinceSeconds - 1));
    ObjectNode pagination = body.putObject("pagination").put("per_page", A_PAGE);
    if (!cursor.isBlank()) {
      pagination.put("starting_after", cursor);
    }
    return calls.post("/conversations/search", body, Map.of()).answer();
  }

  private static ObjectNode filter(String field, String operator) {
    return JsonNodeFactory.instance.objectNode().put("field", field).put("operator", operator);
  }

  private static String path(String conversation) {
    return "/conversations/" + URLEncoder.encode(conversation, StandardCharsets.UTF_8);
  }
}
