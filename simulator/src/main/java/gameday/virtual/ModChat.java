package gameday.virtual;

import gameday.mocks.delivery.RetryRule;
import gameday.pipeline.Caller;
import gameday.pipeline.Effect;
import gameday.pipeline.Signal;
import gameday.pipeline.record.Arrival;
import gameday.script.ScriptedQuestion;
import gameday.virtual.Talk.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The Mod chat: no chatbot, keys that make a message stand once, and nobody can ask it what it
 * said, so it says it again for an hour.
 */
record ModChat() implements Dialect {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final Webhook.Habits PATIENT =
      new Webhook.Habits(new RetryRule(Duration.ofSeconds(5), delays()), true, false);

  private static List<Duration> delays() {
    List<Duration> delays = new ArrayList<>();
    delays.add(Duration.ofSeconds(10));
    delays.add(Duration.ofMinutes(1));
    delays.addAll(Collections.nCopies(12, Duration.ofMinutes(5)));
    return delays;
  }

  @Override
  public String id(int number, ScriptedQuestion question) {
    return "mq" + number;
  }

  @Override
  public Webhook.Habits habits() {
    return PATIENT;
  }

  @Override
  public Talk.State first() {
    return Talk.State.WITH_AGENTS;
  }

  @Override
  public News visitorWrote(Talk talk, Said said, boolean reopened) {
    return News.of(
        key(said),
        new Signal.UserWrote(talk.conversation, talk.caller, said.text(), true, millis(said)));
  }

  private static String key(Said said) {
    return "mod-chat:message:" + said.number();
  }

  private static String change(Talk talk) {
    return "mod-chat:change:" + talk.id() + ":" + talk.changes;
  }

  private static long millis(Said said) {
    return said.saidNanos() / NANOS_PER_MILLI;
  }

  /** Of agents' doings it tells the page, but not who asked. */
  private static Caller page(Talk talk) {
    return new Caller("", "", talk.caller.page());
  }

  @Override
  public News agentWrote(Talk talk, Said said) {
    return News.of(key(said), new Signal.Taken(talk.conversation, page(talk), said.account()));
  }

  @Override
  public News noted(Talk talk, Said said) {
    return News.of(
        key(said),
        new Signal.AgentNoted(
            talk.conversation,
            page(talk),
            said.account(),
            said.text(),
            talk.question.session().orElseThrow(),
            millis(said)));
  }

  @Override
  public News handedOver(Talk talk) {
    return News.NONE;
  }

  @Override
  public News taken(Talk talk, boolean again) {
    return News.of(change(talk), new Signal.Taken(talk.conversation, page(talk), talk.assignee));
  }

  @Override
  public News closed(Talk talk) {
    return News.of(
        change(talk),
        new Signal.Closed(talk.conversation, page(talk), talk.changedNanos / NANOS_PER_MILLI));
  }

  @Override
  public String writing(Effect.ToChat effect) {
    return switch (effect) {
      case Effect.NoteToAgent note -> "POST notes";
      case Effect.ReplyToUser reply -> "POST replies";
      case Effect.LetIn letIn -> "POST grants";
    };
  }

  @Override
  public String reading(Reading what) {
    throw new UnsupportedOperationException("the Mod chat can't be read");
  }

  @Override
  public boolean stands(Talk talk, Effect.ToChat effect) {
    return false;
  }

  @Override
  public boolean knowsKeys() {
    return true;
  }

  @Override
  public List<Arrival> found(Talk talk, long asOfNanos) {
    return List.of();
  }

  @Override
  public List<Arrival> foundClosed(Talk talk, long asOfNanos) {
    return List.of();
  }
}
