package gameday.mining;

import static gameday.mining.Attribute.AGENT;
import static gameday.mining.Attribute.ANSWERS;
import static gameday.mining.Attribute.ATTEMPT;
import static gameday.mining.Attribute.AUTHOR;
import static gameday.mining.Attribute.BY;
import static gameday.mining.Attribute.CALL;
import static gameday.mining.Attribute.CHANNEL;
import static gameday.mining.Attribute.CHAT;
import static gameday.mining.Attribute.CLOCK;
import static gameday.mining.Attribute.CONVERSATION;
import static gameday.mining.Attribute.DELIVERY;
import static gameday.mining.Attribute.DETAIL;
import static gameday.mining.Attribute.EMAIL;
import static gameday.mining.Attribute.EXIT_CODE;
import static gameday.mining.Attribute.EXPECTED;
import static gameday.mining.Attribute.FAULT;
import static gameday.mining.Attribute.FROM;
import static gameday.mining.Attribute.HOW;
import static gameday.mining.Attribute.ISSUE;
import static gameday.mining.Attribute.MARK;
import static gameday.mining.Attribute.ON;
import static gameday.mining.Attribute.OUTCOME;
import static gameday.mining.Attribute.PARTS;
import static gameday.mining.Attribute.REACTION;
import static gameday.mining.Attribute.REASON;
import static gameday.mining.Attribute.RESOLVES;
import static gameday.mining.Attribute.ROLE;
import static gameday.mining.Attribute.SCENARIO;
import static gameday.mining.Attribute.SEED;
import static gameday.mining.Attribute.SESSION;
import static gameday.mining.Attribute.SILENTLY;
import static gameday.mining.Attribute.SPEED;
import static gameday.mining.Attribute.STATUS;
import static gameday.mining.Attribute.TEXT;
import static gameday.mining.Attribute.TOOK_NANOS;
import static gameday.mining.Attribute.TRICK;
import static gameday.mining.Attribute.TS;
import static gameday.mining.Attribute.WAY;
import static gameday.mining.Attribute.WHAT;
import static gameday.mining.Attribute.WRITING;

import java.util.List;
import java.util.Locale;

/**
 * The kinds of events: those of the history, under the names they have there. Each has a sequence
 * and the harness's time besides the attributes here.
 */
public enum EventType {
  RUN_STARTED(SCENARIO, SEED, SPEED, CLOCK),
  RUN_ENDED(REASON, DETAIL),
  FAULT_BEGAN(ON, FAULT),
  FAULT_ENDED(ON, FAULT),
  PIPELINE_READY(HOW),
  PIPELINE_LACKS(PARTS),
  PIPELINE_GONE(EXPECTED, EXIT_CODE),
  HARNESS_TROUBLE(WHAT),
  ASKED(CHAT, TEXT),
  USER_WROTE(TEXT),
  AGENT_REQUESTED,
  GAVE_UP(SILENTLY),
  CHATBOT_REPLIED(TEXT, RESOLVES),
  AGENT_TOOK(AGENT),
  AGENT_REPLIED(AGENT, TEXT, ANSWERS),
  AGENT_NOTED(AGENT, TEXT),
  ESCALATED(AGENT, WAY, ISSUE),
  CLOSED(BY),
  PIPELINE_NOTED(CHAT, TEXT),
  PIPELINE_REPLIED(CHAT, TEXT),
  SLACK_POSTED(CHANNEL, TS, ROLE, AUTHOR, TEXT),
  SLACK_EDITED(CHANNEL, TS, ROLE, AUTHOR, TEXT),
  SLACK_REACTED(CHANNEL, TS, ROLE, AUTHOR, REACTION),
  MOD_CHAT_REFUSED(SESSION, EMAIL, WRITING),
  MOD_CHAT_GRANTED(SESSION, EMAIL),
  WEBHOOK_DELIVERED(FROM, DELIVERY, ATTEMPT, STATUS, TOOK_NANOS, CONVERSATION),
  WEBHOOK_MEDDLED(FROM, DELIVERY, ATTEMPT, FAULT, CONVERSATION),
  INTRUDER_TRIED(ON, TRICK, STATUS, MARK),
  PIPELINE_CALLED(ON, CALL, STATUS, OUTCOME);

  private final List<Attribute> attributes;

  EventType(Attribute... attributes) {
    this.attributes = List.of(attributes);
  }

  /** Its name, in a log as in history.jsonl. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it says of itself, besides sequence and harness's time. */
  public List<Attribute> attributes() {
    return attributes;
  }
}
