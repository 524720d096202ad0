package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.util.Optional;

/** An agent who was invited by e-mail, the how manieth. */
record Agent(int number, String id, String name, String email) {
  Author author() {
    return new Author("agent", Optional.of(this));
  }

  ObjectNode json() {
    return RequestJson.object().put("id", id).put("name", name).put("email", email);
  }
}
