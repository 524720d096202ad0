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
import java.util.List;

/** Smartloop: no private notes, no second try, and what a webhook tells has no name but its id. */
record Smartloop() implements Dialect {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final Webhook.Habits ONCE =
      new Webhook.Habits(new RetryRule(Duration.ofSeconds(5), List.of()), true, true);

  @Override
  public String id(int number, ScriptedQuestion question) {
    return question.id().value();
  }

  @Override
  public Webhook.Habits habits() {
    return ONCE;
  }

  @Override
  public News visitorWrote(Talk talk, Said said, boolean reopened) {
    return News.of(
        key(said), new Signal.UserWrote(talk.conversation, talk.caller, said.text(), false));
  }

  private static String key(Said said) {
    return "smartloop:message-" + said.number();
  }

  private static String change(Talk talk) {
    return "smartloop:" + talk.id() + "-" + talk.changes;
  }

  @Override
  public News agentWrote(Talk talk, Said said) {
    return News.of(key(said), new Signal.Taken(talk.conversation, Caller.UNKNOWN, said.account()));
  }

  @Override
  public News noted(Talk talk, Said said) {
    throw new UnsupportedOperationException("smartloop has no private notes");
  }

  @Override
  public News handedOver(Talk talk) {
    return News.of(
        change(talk),
        new Signal.OpenedForAgents(
            talk.conversation, Caller.UNKNOWN, talk.changedNanos / NANOS_PER_MILLI));
  }

  @Override
  public News taken(Talk talk, boolean again) {
    return News.of(
        change(talk), new Signal.Taken(talk.conversation, Caller.UNKNOWN, talk.assignee));
  }

  @Override
  public News closed(Talk talk) {
    return News.of(
        change(talk),
        new Signal.Closed(talk.conversation, Caller.UNKNOWN, talk.changedNanos / NANOS_PER_MILLI));
  }

  @Override
  public String writing(Effect.ToChat effect) {
    return "sendToUser";
  }

  @Override
  public String reading(Reading what) {
    return switch (what) {
      case LIST -> "openThreads";
      case MESSAGES -> "recentMessages";
      case ONE -> "thread";
    };
  }

  @Override
  public boolean stands(Talk talk, Effect.ToChat effect) {
    return talk.said.stream()
        .anyMatch(said -> said.by() != Talk.By.VISITOR && said.text().equals(effect.text()));
  }

  @Override
  public List<Arrival> found(Talk talk, long asOfNanos) {
    List<Arrival> found = new ArrayList<>();
    for (Said said : talk.said) {
      switch (said.by()) {
        case VISITOR -> found.addAll(visitorWrote(talk, said, false).arrivals());
        case AGENT -> found.addAll(agentWrote(talk, said).arrivals());
        case BOT, PIPELINE -> {}
      }
    }
    if (talk.isForAgents()) {
      found.add(
          new Arrival(
              foundKey(talk) + ":open",
              new Signal.FoundOpen(
                  talk.conversation,
                  Caller.UNKNOWN,
                  "",
                  talk.said.getLast().saidNanos(),
                  asOfNanos)));
    }
    return found;
  }

  private static String foundKey(Talk talk) {
    return "smartloop:found:" + talk.id() + ":" + talk.said.getLast().number();
  }

  @Override
  public List<Arrival> foundClosed(Talk talk, long asOfNanos) {
    return List.of(
        new Arrival(
            foundKey(talk) + ":closed",
            new Signal.FoundClosed(talk.conversation, Caller.UNKNOWN, asOfNanos)));
  }
}
