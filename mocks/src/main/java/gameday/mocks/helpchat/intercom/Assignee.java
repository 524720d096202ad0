package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;

/** Whom a conversation is assigned to. */
sealed interface Assignee {
  record ToAdmin(Admin admin) implements Assignee {}

  record ToTeam(Team team) implements Assignee {}

  /** Neither admin nor team. */
  record ToNobody() implements Assignee {}

  default ObjectNode json() {
    ObjectNode json = RequestJson.object();
    return switch (this) {
      case ToAdmin to -> json.put("type", "admin").put("id", Integer.toString(to.admin().id()));
      case ToTeam to -> json.put("type", "team").put("id", Integer.toString(to.team().id()));
      case ToNobody to -> json.put("type", "nobody_admin").putNull("id");
    };
  }
}
