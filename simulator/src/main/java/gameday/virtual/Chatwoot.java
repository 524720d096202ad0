package gameday.virtual;

import gameday.mocks.delivery.RetryRule;
import gameday.pipeline.Effect;
import gameday.pipeline.Signal;
import gameday.pipeline.record.Arrival;
import gameday.script.ScriptedQuestion;
import gameday.virtual.Talk.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Chatwoot: keys of its own for our messages, and no second try to deliver anything. */
record Chatwoot() implements Dialect {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final Webhook.Habits ONCE =
      new Webhook.Habits(new RetryRule(Duration.ofSeconds(5), List.of()), true, false);

  @Override
  public String id(int number, ScriptedQuestion question) {
    return Integer.toString(number);
  }

  @Override
  public Webhook.Habits habits() {
    return ONCE;
  }

  @Override
  public News visitorWrote(Talk talk, Said said, boolean reopened) {
    return News.of(key(said), wrote(talk, said, talk.isForAgents()));
  }

  private static String key(Said said) {
    return "chatwoot:message:" + said.number();
  }

  private static Signal wrote(Talk talk, Said said, boolean forAgents) {
    return new Signal.UserWrote(talk.conversation, talk.caller, said.text(), forAgents);
  }

  @Override
  public News agentWrote(Talk talk, Said said) {
    return News.of(key(said), new Signal.Taken(talk.conversation, talk.caller, said.account()));
  }

  @Override
  public News noted(Talk talk, Said said) {
    return News.of(
        key(said),
        new Signal.AgentNoted(talk.conversation, talk.caller, said.account(), said.text()));
  }

  @Override
  public News handedOver(Talk talk) {
    List<Arrival> arrivals = new ArrayList<>();
    arrivals.add(
        new Arrival(
            change(talk) + "open",
            new Signal.OpenedForAgents(talk.conversation, talk.caller, saidMillis(talk))));
    if (!talk.assignee.isEmpty()) {
      arrivals.add(taken(talk));
    }
    return News.of(arrivals);
  }

  private static Arrival taken(Talk talk) {
    return new Arrival(
        change(talk) + "taken", new Signal.Taken(talk.conversation, talk.caller, talk.assignee));
  }

  private static String change(Talk talk) {
    return "chatwoot:conversation:" + talk.id() + ":" + talk.changes + ":";
  }

  private static long saidMillis(Talk talk) {
    return Math.round(talk.changedNanos / (double) NANOS_PER_MILLI);
  }

  @Override
  public News taken(Talk talk, boolean again) {
    return again ? News.NONE : News.of(List.of(taken(talk)));
  }

  @Override
  public News closed(Talk talk) {
    return News.of(
        change(talk) + "closed",
        new Signal.Closed(talk.conversation, talk.caller, saidMillis(talk)));
  }

  @Override
  public String writing(Effect.ToChat effect) {
    return "POST conversations/:id/messages";
  }

  @Override
  public String reading(Reading what) {
    return switch (what) {
      case LIST -> "GET conversations";
      case MESSAGES -> "GET conversations/:id/messages";
      case ONE -> "GET conversations/:id";
    };
  }

  @Override
  public boolean stands(Talk talk, Effect.ToChat effect) {
    return talk.keys.contains(effect.key());
  }

  @Override
  public List<Arrival> found(Talk talk, long asOfNanos) {
    List<Arrival> found = new ArrayList<>();
    for (Said said : talk.said) {
      switch (said.by()) {
        case VISITOR -> found.add(new Arrival(key(said), wrote(talk, said, false)));
        case AGENT ->
            found.addAll(
                (said.isPrivate() ? noted(talk, said) : agentWrote(talk, said)).arrivals());
        case BOT, PIPELINE -> {}
      }
    }
    if (talk.isForAgents()) {
      found.add(
          new Arrival(
              foundKey(talk) + ":open:" + talk.assignee,
              new Signal.FoundOpen(
                  talk.conversation, talk.caller, talk.assignee, talk.changedNanos, asOfNanos)));
    }
    return found;
  }

  private static String foundKey(Talk talk) {
    return "chatwoot:found:" + talk.id() + ":" + talk.changedNanos / NANOS_PER_MILLI;
  }

  @Override
  public List<Arrival> foundClosed(Talk talk, long asOfNanos) {
    return List.of(
        new Arrival(
            foundKey(talk) + ":closed",
            new Signal.FoundClosed(talk.conversation, talk.caller, asOfNanos)));
  }
}
