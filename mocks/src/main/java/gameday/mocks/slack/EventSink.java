package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes what Slack has to tell the app. Called in order, under the workspace's lock: be quick. */
public interface EventSink {
  /**
   * Something happened that the app subscribes to.
   *
   * @param conversation {@code <channel id>:<ts of the thread>}, or a channel or user id for events
   *     that no thread is about
   * @param event the inner event, as the Events API and Socket Mode carry it
   */
  void happened(String conversation, ObjectNode event);

  /** Whether the app subscribes to anything now; if not, nothing needs to be put into events. */
  default boolean isListening() {
    return true;
  }
}
