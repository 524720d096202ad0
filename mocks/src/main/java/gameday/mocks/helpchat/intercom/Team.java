package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.util.Collection;

/** The team in whose inbox conversations wait that the chatbot has let go. */
record Team(int id, String name) {
  ObjectNode json(Collection<Admin> admins) {
    ObjectNode json = RequestJson.object().put("type", "team").put("id", Integer.toString(id));
    json.put("name", name);
    admins.forEach(it -> json.withArray("admin_ids").add(it.id()));
    return json;
  }
}
