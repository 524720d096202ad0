package gameday.virtual;

import gameday.pipeline.Effect;
import gameday.pipeline.record.Arrival;
import gameday.script.ScriptedQuestion;
import gameday.virtual.Talk.Said;
import java.util.List;

/** What one chat product tells the pipeline of what happens, and how it can be read. */
sealed interface Dialect permits Chatwoot, Intercom, Smartloop, ModChat {
  /** The id of the {@code number}-th conversation, from 1 on. */
  String id(int number, ScriptedQuestion question);

  Webhook.Habits habits();

  /** Who has a conversation that begins, or that its visitor has opened again. */
  default Talk.State first() {
    return Talk.State.WITH_BOT;
  }

  /** Whether everything that happens is a part with a number of its own. */
  default boolean hasParts() {
    return false;
  }

  /**
   * The visitor wrote.
   *
   * @param reopened whether the conversation was closed before
   */
  News visitorWrote(Talk talk, Said said, boolean reopened);

  /** An agent wrote to the visitor. */
  News agentWrote(Talk talk, Said said);

  /** An agent wrote a note. */
  News noted(Talk talk, Said said);

  /** The bot let go, or an agent took over from it. */
  News handedOver(Talk talk);

  /**
   * An agent took it.
   *
   * @param again whether they had it already
   */
  News taken(Talk talk, boolean again);

  News closed(Talk talk);

  /** How a call that writes is named in the history. */
  String writing(Effect.ToChat effect);

  /** How a call that reads is named. */
  String reading(Reading what);

  /** What can be read. */
  enum Reading {
    /** The list of open conversations. */
    LIST,
    /** The latest messages of one. */
    MESSAGES,
    /** One conversation. */
    ONE
  }

  /** Whether a look finds what was written before. */
  boolean stands(Talk talk, Effect.ToChat effect);

  /** Whether it takes a message only once under one key. */
  default boolean knowsKeys() {
    return false;
  }

  /** What a look at an open conversation tells, as of {@code asOfNanos}. */
  List<Arrival> found(Talk talk, long asOfNanos);

  /** What a look at a closed one tells. */
  List<Arrival> foundClosed(Talk talk, long asOfNanos);
}
