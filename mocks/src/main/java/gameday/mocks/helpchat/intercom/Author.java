package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;

/**
 * Who wrote or did something.
 *
 * @param type {@code admin}, {@code user}, {@code lead} or {@code bot}
 */
record Author(String type, String id, String name, String email) {
  boolean isContact() {
    return type.equals("user") || type.equals("lead");
  }

  boolean isAdmin() {
    return type.equals("admin");
  }

  ObjectNode json() {
    return RequestJson.object()
        .put("type", type)
        .put("id", id)
        .put("name", name)
        .put("email", email);
  }
}
