package gameday.mocks.helpchat.chatwoot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.util.Locale;

/** Somebody who writes. The three kinds have ids of their own: user 1 is not contact 1. */
record Person(int id, Kind kind, String name, String email) {
  /** What somebody is, as {@code sender.type} says. */
  enum Kind {
    CONTACT,
    USER,
    AGENT_BOT
  }

  /** As sender or assignee. */
  ObjectNode json() {
    ObjectNode json =
        RequestJson.object()
            .put("id", id)
            .put("name", name)
            .put("type", kind.name().toLowerCase(Locale.ROOT));
    switch (kind) {
      case CONTACT -> {
        json.put("email", email).putNull("phone_number").putNull("identifier");
        json.put("blocked", false).put("thumbnail", "");
        json.putObject("additional_attributes");
        json.putObject("custom_attributes");
      }
      case USER ->
          json.put("available_name", name)
              .put("email", email)
              .put("availability_status", "online")
              .put("thumbnail", "");
      case AGENT_BOT -> json.put("avatar_url", "");
    }
    return json;
  }
}
