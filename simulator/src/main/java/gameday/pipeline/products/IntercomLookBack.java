package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Intercom's conversations that aren't closed, their latest parts, and who has them. */
public final class IntercomLookBack implements LookBack {
  private static final Logger LOG = LoggerFactory.getLogger(IntercomLookBack.class);
  private static final int PAGES = 20;

  private final IntercomCalls calls;
  private final IntercomInbound inbound;

  /**
   * Calls nobody yet.
   *
   * @param inbound is told how new what is read is, so that an older notification is no news to it
   */
  public IntercomLookBack(IntercomCalls calls, IntercomInbound inbound) {
    this.calls = calls;
    this.inbound = inbound;
  }

  @Override
  public void read(Gate gate, Learner learner) throws IOException, InterruptedException {
    Instant begun = Instant.now();
    Set<String> there = new HashSet<>();
    readOpen(1, there, gate, learner);
    // What changed while we read may have moved from a page to come to one that was read.
    readOpen(begun.getEpochSecond(), there, gate, learner);
    for (Conversation known : learner.open(Chat.HELP)) {
      if (!there.contains(known.id())) {
        readOne(known, gate, learner);
      }
    }
  }

  private void readOpen(long sinceSeconds, Set<String> there, Gate gate, Learner learner)
      throws IOException, InterruptedException {
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      String from = cursor;
      JsonNode found = gate.read(() -> calls.open(sinceSeconds, from));
      for (JsonNode item : found.path("conversations")) {
        String id = item.path("id").asText();
        there.add(id);
        long asOfNanos = learner.nowNanos();
        learner.learn(learnt(gate.read(() -> calls.conversation(id)), asOfNanos, learner));
      }
      cursor = found.path("pages").path("next").path("starting_after").asText("");
      if (cursor.isEmpty()) {
        return;
      }
    }
    LOG.warn("event=catch-up-bounded from=help-chat pages={}", PAGES);
  }

  /** One that is open as far as we know, but wasn't found. */
  private void readOne(Conversation known, Gate gate, Learner learner)
      throws IOException, InterruptedException {
    long asOfNanos = learner.nowNanos();
    JsonNode found = gate.read(() -> calls.conversation(known.id()));
    if (found.path("state").asText().equals("closed")) {
      inbound.takesNote(found);
      learner.learn(
          List.of(
              new Arrival(
                  foundKey(found) + ":closed",
                  new Signal.FoundClosed(known, IntercomInbound.asker(found), asOfNanos))));
    }
  }

  private List<Arrival> learnt(JsonNode item, long asOfNanos, Learner learner)
      throws IOException, InterruptedException {
    if (item.path("id").asText().isEmpty()) {
      return List.of();
    }
    inbound.takesNote(item);
    List<Arrival> learnt = new ArrayList<>();
    learnt.add(unhurried(IntercomInbound.firstMessage(item)));
    for (JsonNode part : IntercomInbound.parts(item)) {
      boolean isHistory = createdAt(part).isBefore(learner.born());
      // Since when it waits is told by the conversation; no message may start the wait anew.
      inbound.message(item, part, false).stream()
          .filter(arrival -> !isHistory || arrival.signal() instanceof Signal.UserWrote)
          .forEach(learnt::add);
    }
    if (item.path("open").asBoolean(false) && IntercomInbound.isForAgents(item)) {
      String agent = item.path("admin_assignee_id").asText("");
      learnt.add(
          new Arrival(
              foundKey(item) + ":open:" + agent,
              new Signal.FoundOpen(
                  IntercomInbound.about(item),
                  IntercomInbound.asker(item),
                  item.hasNonNull("admin_assignee_id") ? agent : "",
                  learner.nanosOf(openSince(item)),
                  asOfNanos)));
    }
    return learnt;
  }

  private static Arrival unhurried(Arrival first) {
    return first.signal() instanceof Signal.UserWrote wrote
        ? new Arrival(
            first.key(),
            new Signal.UserWrote(
                wrote.conversation(), wrote.caller(), wrote.text(), false, 0, wrote.files()))
        : first;
  }

  private static String foundKey(JsonNode item) {
    JsonNode parts = IntercomInbound.parts(item);
    String last = parts.path(parts.size() - 1).path("id").asText();
    return "intercom:found:" + item.path("id").asText() + ":" + last;
  }

  /** When it was assigned to the team or opened again, whichever was last. */
  private static Instant openSince(JsonNode item) {
    Instant since = createdAt(item);
    for (JsonNode part : IntercomInbound.parts(item)) {
      String type = part.path("part_type").asText();
      boolean opens =
          part.path("assigned_to").path("type").asText().equals("team")
              || type.equals("open")
              || type.equals("assign_and_reopen");
      since = opens ? createdAt(part) : since;
    }
    return since;
  }

  private static Instant createdAt(JsonNode node) {
    return Instant.ofEpochSecond(node.path("created_at").asLong());
  }
}
