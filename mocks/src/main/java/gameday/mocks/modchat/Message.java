package gameday.mocks.modchat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import java.time.Instant;

/**
 * A message as stored.
 *
 * @param number larger than that of every earlier message
 * @param note whether members of the session don't see it
 */
record Message(
    long number, String id, String question, Author author, String text, boolean note, Instant at) {
  ObjectNode json() {
    ObjectNode json =
        RequestJson.object().put("id", id).put("text", text).put("created_at", at.toString());
    json.set("author", author.json());
    return json;
  }
}
