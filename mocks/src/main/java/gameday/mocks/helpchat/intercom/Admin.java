package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;

/** A teammate: an agent of the Client team, or the pipeline. */
record Admin(int id, String name, String email) {
  Author author() {
    return new Author("admin", Integer.toString(id), name, email);
  }

  ObjectNode json(Team team) {
    ObjectNode json = RequestJson.object().put("type", "admin").put("id", Integer.toString(id));
    json.put("name", name).put("email", email).put("job_title", "");
    json.put("away_mode_enabled", false).put("away_mode_reassign", false);
    json.put("has_inbox_seat", true).putArray("team_ids").add(team.id());
    return json;
  }
}
