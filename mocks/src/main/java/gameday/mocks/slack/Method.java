package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One method of the Web API. Called under the workspace's lock, by the bot. */
public interface Method {
  /** What Slack replies; never throws for anything an app may send. */
  ObjectNode answer(Arguments arguments);
}
