package gameday.virtual;

import gameday.pipeline.Caller;
import gameday.pipeline.Conversation;
import gameday.script.ScriptedQuestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A conversation of a help chat, or a question of the Mod chat, as its product keeps it. */
final class Talk {
  /** Who has it. */
  enum State {
    WITH_BOT,
    WITH_AGENTS,
    CLOSED
  }

  /** Who wrote something. */
  enum By {
    VISITOR,
    BOT,
    AGENT,
    PIPELINE
  }

  final Conversation conversation;
  final ScriptedQuestion question;

  /** Who asks, as the product tells it. */
  final Caller caller;

  final List<Said> said = new ArrayList<>();

  /** Keys of the pipeline's messages, where the product keeps them. */
  final Set<String> keys = new HashSet<>();

  State state;

  /** The account that has it, or blank. */
  String assignee = "";

  /**
   * By the product's clock, when its state or its assignee changed; no two changes have the same.
   */
  long changedNanos;

  /** By the product's clock, since when agents have it. */
  long openSinceNanos;

  /** How many changes there were. */
  int changes;

  /** The number of its latest part, where the product numbers them. */
  long lastPart;

  Talk(Conversation conversation, ScriptedQuestion question, Caller caller, State state) {
    this.conversation = conversation;
    this.question = question;
    this.caller = caller;
    this.state = state;
  }

  /**
   * Something written.
   *
   * @param number unique in its product, rising
   * @param account of the agent who wrote it; else blank
   * @param isPrivate whether only agents see it
   * @param saidNanos when, by the product's clock
   */
  record Said(long number, By by, String account, String text, boolean isPrivate, long saidNanos) {}

  String id() {
    return conversation.id();
  }

  boolean isOpen() {
    return state != State.CLOSED;
  }

  boolean isForAgents() {
    return state == State.WITH_AGENTS;
  }

  /** Its state or assignee changes now, by the product's clock. */
  void changes(long productNanos) {
    changes++;
    changedNanos = Math.max(changedNanos + 1_000, productNanos);
  }
}
