package gameday.mocks.modchat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;

/** Somebody who writes or acts. */
record Author(String id, String name, String email, Role role) {
  ObjectNode json() {
    return RequestJson.object()
        .put("id", id)
        .put("name", name)
        .put("email", email)
        .put("role", role.word());
  }
}
