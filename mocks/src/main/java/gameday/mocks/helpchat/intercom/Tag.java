package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.time.Instant;

/** A label. */
record Tag(String id, String name) {
  /** A tag on a conversation. */
  record Applied(Tag tag, Admin by, Instant at) {
    ObjectNode json() {
      ObjectNode json = tag.json().put("applied_at", at.getEpochSecond());
      json.putObject("applied_by").put("type", "admin").put("id", Integer.toString(by.id()));
      return json;
    }
  }

  ObjectNode json() {
    return RequestJson.object().put("type", "tag").put("id", id).put("name", name);
  }
}
