package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.pipeline.Caller;
import gameday.pipeline.Conversation;
import gameday.pipeline.Signal;
import gameday.pipeline.catchup.Learner;
import gameday.pipeline.catchup.LookBack;
import gameday.pipeline.delivery.Gate;
import gameday.pipeline.record.Arrival;
import gameday.process.Chat;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Smartloop's open threads. Their messages are what the webhooks were; that an agent has joined or
 * that the bot let go is not among them, only that agents have the thread now.
 */
public final class SmartloopLookBack implements LookBack {
  private static final Logger LOG = LoggerFactory.getLogger(SmartloopLookBack.class);
  private static final String OPEN =
      "query($bot: ID!, $offset: Int, $limit: Int)"
          + " { openThreads(botId: $bot, offset: $offset, limit: $limit)"
          + " { userId handoff messages { id payload timestamp } } }";
  private static final String ONE =
      "query($bot: ID!, $user: ID!) { thread(botId: $bot, userId: $user)"
          + " { userId open messages { id } } }";
  private static final int PAGES = 80;
  private static final int THREADS_A_PAGE = 25;

  private final SmartloopCalls calls;
  private final SmartloopInbound inbound = new SmartloopInbound();

  /** Reads the threads of the bot that {@code calls} is for. */
  public SmartloopLookBack(SmartloopCalls calls) {
    this.calls = calls;
  }

  @Override
  public void read(Gate gate, Learner learner) throws IOException, InterruptedException {
    Set<String> there = new HashSet<>();
    readOpen(there, gate, learner);
    for (Conversation known : learner.open(Chat.HELP)) {
      if (!there.contains(known.id())) {
        readOne(known, gate, learner);
      }
    }
  }

  private void readOpen(Set<String> there, Gate gate, Learner learner)
      throws IOException, InterruptedException {
    for (int page = 0; page < PAGES; page++) {
      long asOfNanos = learner.nowNanos();
      var variables =
          calls.variables().put("offset", page * THREADS_A_PAGE).put("limit", THREADS_A_PAGE);
      JsonNode threads = gate.read(() -> calls.read(OPEN, variables)).path("openThreads");
      if (threads.isEmpty()) {
        return;
      }
      for (JsonNode thread : threads) {
        there.add(thread.path("userId").asText());
        learner.learn(learnt(thread, asOfNanos, learner));
      }
    }
    LOG.warn("event=catch-up-bounded from=help-chat pages={}", PAGES);
  }

  /** One that is open as far as we know, but wasn't in the list. */
  private void readOne(Conversation known, Gate gate, Learner learner)
      throws IOException, InterruptedException {
    long asOfNanos = learner.nowNanos();
    var variables = calls.variables().put("user", known.id());
    JsonNode thread = gate.read(() -> calls.read(ONE, variables)).path("thread");
    if (thread.path("open").isBoolean() && !thread.path("open").asBoolean()) {
      learner.learn(
          List.of(
              new Arrival(
                  foundKey(thread) + ":closed",
                  new Signal.FoundClosed(known, Caller.UNKNOWN, asOfNanos))));
    }
  }

  private List<Arrival> learnt(JsonNode thread, long asOfNanos, Learner learner) {
    List<Arrival> learnt = new ArrayList<>();
    for (JsonNode message : thread.path("messages")) {
      learnt.addAll(inbound.read(message));
    }
    if (thread.path("handoff").asBoolean(false)) {
      learnt.add(
          new Arrival(
              foundKey(thread) + ":open",
              new Signal.FoundOpen(
                  new Conversation(Chat.HELP, thread.path("userId").asText()),
                  Caller.UNKNOWN,
                  "",
                  learner.nanosOf(lastWritten(thread)),
                  asOfNanos)));
    }
    return learnt;
  }

  private static String foundKey(JsonNode thread) {
    String last =
        thread.path("messages").path(thread.path("messages").size() - 1).path("id").asText();
    return "smartloop:found:" + thread.path("userId").asText() + ":" + last;
  }

  /** When the bot let go isn't told; the last message is the nearest that is. */
  private static Instant lastWritten(JsonNode thread) {
    JsonNode messages = thread.path("messages");
    return Instant.ofEpochMilli(messages.path(messages.size() - 1).path("timestamp").asLong());
  }
}
