package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chatwoot's conversations that aren't closed, their messages, and who has them. */
final class ChatwootLookBack implements LookBack {
  private static final Logger LOG = LoggerFactory.getLogger(ChatwootLookBack.class);
  private static final int PAGES = 80;
  private static final int READINGS = 5;
  private static final int MESSAGE_PAGES = 5;
  private static final int MESSAGES_A_PAGE = 20;

  private final JsonCalls calls;
  private final String conversations;

  /**
   * @param conversations path of the account's conversations
   */
  ChatwootLookBack(JsonCalls calls, String conversations) {
    this.calls = calls;
    this.conversations = conversations;
  }

  @Override
  public void read(Gate gate, Learner learner) throws IOException, InterruptedException {
    UnseenPages there = new UnseenPages(PAGES);
    for (String status : List.of("open", "pending")) {
      read(status, there, gate, learner);
    }
    for (Conversation known : learner.open(Chat.HELP)) {
      if (!there.hasSeen(known.id())) {
        readOne(known, gate, learner);
      }
    }
  }

  /** Conversations that are closed meanwhile leave the list: it is read until nothing is new. */
  private void read(String status, UnseenPages there, Gate gate, Learner learner)
      throws IOException, InterruptedException {
    // In an order that doesn't change while we read.
    String path = conversations + "?sort_by=created_at_asc&status=" + status + "&page=";
    for (int reading = 0; reading < READINGS; reading++) {
      long asOfNanos = learner.nowNanos();
      List<JsonNode> unseen =
          there.read(page -> gate.read(() -> calls.get(path + page)).path("data").path("payload"));
      for (JsonNode conversation : unseen) {
        learner.learn(learnt(conversation, asOfNanos, gate, learner));
      }
      if (unseen.isEmpty()) {
        return;
      }
    }
    LOG.warn("event=catch-up-bounded from=help-chat status={} readings={}", status, READINGS);
  }

  /** One that is open as far as we know, but wasn't in the list. */
  private void readOne(Conversation known, Gate gate, Learner learner)
      throws IOException, InterruptedException {
    long asOfNanos = learner.nowNanos();
    String path = conversations + "/" + known.id();
    JsonNode found = gate.read(() -> calls.find(path));
    if (found.path("status").asText().equals("resolved")) {
      learner.learn(
          List.of(
              new Arrival(
                  foundKey(found) + ":closed",
                  new Signal.FoundClosed(known, ChatwootInbound.asker(found), asOfNanos))));
    }
  }

  private List<Arrival> learnt(JsonNode conversation, long asOfNanos, Gate gate, Learner learner)
      throws IOException, InterruptedException {
    List<Arrival> learnt = new ArrayList<>();
    // Since when it waits is told by the conversation; no message may start the wait anew.
    JsonNode waiting = ((ObjectNode) conversation.deepCopy()).put("status", "pending");
    for (JsonNode message : messages(conversation, gate, learner.born())) {
      JsonNode event = ((ObjectNode) message).set("conversation", waiting);
      boolean isHistory = createdAt(message).isBefore(learner.born());
      ChatwootInbound.message(event).stream()
          .filter(arrival -> !isHistory || arrival.signal() instanceof Signal.UserWrote)
          .forEach(learnt::add);
    }
    if (conversation.path("status").asText().equals("open")) {
      String agent = conversation.path("meta").path("assignee").path("id").asText("");
      learnt.add(
          new Arrival(
              foundKey(conversation) + ":open:" + agent,
              new Signal.FoundOpen(
                  new Conversation(Chat.HELP, conversation.path("id").asText()),
                  ChatwootInbound.asker(conversation),
                  agent,
                  learner.nanosOf(changedAt(conversation)),
                  asOfNanos)));
    }
    return learnt;
  }

  /** The latest messages, oldest first. */
  private List<JsonNode> messages(JsonNode conversation, Gate gate, Instant since)
      throws IOException, InterruptedException {
    String path = conversations + "/" + conversation.path("id").asText() + "/messages";
    List<JsonNode> messages = new ArrayList<>();
    String before = "";
    for (int page = 0; page < MESSAGE_PAGES; page++) {
      String address = path + before;
      JsonNode found = gate.read(() -> calls.get(address)).path("payload");
      messages.addAll(0, found.valueStream().toList());
      if (found.size() < MESSAGES_A_PAGE || createdAt(found.get(0)).isBefore(since)) {
        return messages;
      }
      before = "?before=" + found.get(0).path("id").asText();
    }
    LOG.warn("event=catch-up-bounded from=help-chat conversation={}", conversation.path("id"));
    return messages;
  }

  private static String foundKey(JsonNode conversation) {
    String id = conversation.path("id").asText();
    return "chatwoot:found:" + id + ":" + changedAt(conversation).toEpochMilli();
  }

  /** When its status or its agent changed; that is when an open one nobody has was opened. */
  private static Instant changedAt(JsonNode conversation) {
    JsonNode changed = conversation.path("updated_at");
    return changed.isNumber()
        ? Instant.ofEpochMilli((long) (changed.asDouble() * 1_000))
        : createdAt(conversation);
  }

  private static Instant createdAt(JsonNode node) {
    return Instant.ofEpochSecond(node.path("created_at").asLong());
  }
}
