package gameday.mocks.helpchat.smartloop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;

/**
 * Something that was told by webhook, as it was told. Kept as bytes, which need a quarter of the
 * room that a tree does.
 *
 * @param incoming whether it came from the user
 * @param bytes JSON; not to be changed
 */
record Sent(String id, boolean incoming, byte[] bytes) {
  ObjectNode json() {
    return RequestJson.own(bytes);
  }
}
