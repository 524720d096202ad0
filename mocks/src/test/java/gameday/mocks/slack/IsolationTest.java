package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two hundred clients at once, each with a channel and a thread of its own. */
class IsolationTest {
  private static final int CLIENTS = 200;
  private static final int REPLIES = 5;

  private final RunningSlack slack = new RunningSlack();

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void showsNobodyWhatIsAnothers() throws Exception {
    var clients =
        IntStream.range(0, CLIENTS).<Callable<List<String>>>mapToObj(n -> () -> client(n)).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var seen : threads.invokeAll(clients)) {
        assertEquals(List.of(), seen.get());
      }
    }
  }

  /** What a client saw that it shouldn't have. */
  private List<String> client(int number) {
    var strange = new ArrayList<String>();
    var name = "client-" + number;
    var channel = slack.call("conversations.create", "name", name).at("/channel/id").asText();
    var parent = post(channel, name, "");
    for (var n = 0; n < REPLIES; n++) {
      post(channel, name, parent);
      slack.call("chat.update", "channel", channel, "ts", parent, "text", name);
      slack.call("reactions.add", "channel", channel, "timestamp", parent, "name", "r" + n);
    }
    var thread = slack.call("conversations.replies", "channel", channel, "ts", parent);
    check(thread.path("messages"), name, REPLIES + 1, strange);
    check(
        slack.call("conversations.history", "channel", channel).path("messages"), name, 1, strange);
    return strange;
  }

  private String post(String channel, String text, String thread) {
    return slack
        .call("chat.postMessage", "channel", channel, "text", text, "thread_ts", thread)
        .path("ts")
        .asText();
  }

  private static void check(JsonNode messages, String name, int size, List<String> strange) {
    if (messages.size() != size) {
      strange.add(name + " sees " + messages.size() + " messages");
    }
    messages.findValuesAsText("text").stream()
        .filter(text -> !text.equals(name))
        .forEach(text -> strange.add(name + " sees " + text));
    var reactions = messages.at("/0/reactions");
    if (reactions.size() != REPLIES) {
      strange.add(name + " sees " + reactions);
    }
  }
}
