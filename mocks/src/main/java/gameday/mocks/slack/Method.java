package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One method of the Web API. Called under the workspace's lock, by the bot. */
interface Method {
  ObjectNode answer(Arguments arguments);
}
