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

/**
 * Intercom: everything is a part with a number, signatures tell no time, and our messages are found
 * again by their text only.
 */
record Intercom() implements Dialect {
  private static final int FIRST = 20_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final Webhook.Habits TWICE =
      new Webhook.Habits(
          new RetryRule(Duration.ofSeconds(5), List.of(Duration.ofMinutes(1))), false, false);

  @Override
  public String id(int number, ScriptedQuestion question) {
    return Integer.toString(FIRST + number);
  }

  @Override
  public Webhook.Habits habits() {
    return TWICE;
  }

  @Override
  public boolean hasParts() {
    return true;
  }

  @Override
  public News visitorWrote(Talk talk, Said said, boolean reopened) {
    News wrote = News.of(key(talk, said), wrote(talk, said, talk.isForAgents()));
    return reopened ? new News(wrote.arrivals(), said.number(), false) : wrote;
  }

  private static String key(Talk talk, Said said) {
    return said == talk.said.getFirst()
        ? "intercom:source:" + talk.id()
        : "intercom:part:" + said.number();
  }

  private static Signal wrote(Talk talk, Said said, boolean forAgents) {
    return new Signal.UserWrote(talk.conversation, talk.caller, said.text(), forAgents);
  }

  @Override
  public News agentWrote(Talk talk, Said said) {
    return News.of(
        key(talk, said), new Signal.Taken(talk.conversation, talk.caller, said.account()));
  }

  @Override
  public News noted(Talk talk, Said said) {
    return News.of(
        key(talk, said),
        new Signal.AgentNoted(talk.conversation, talk.caller, said.account(), said.text()));
  }

  @Override
  public News handedOver(Talk talk) {
    List<Arrival> arrivals = new ArrayList<>();
    String key = "intercom:part:" + talk.lastPart;
    arrivals.add(
        new Arrival(key + ":open", new Signal.OpenedForAgents(talk.conversation, talk.caller)));
    if (!talk.assignee.isEmpty()) {
      arrivals.add(
          new Arrival(
              key + ":taken", new Signal.Taken(talk.conversation, talk.caller, talk.assignee)));
    }
    return new News(arrivals, talk.lastPart, true);
  }

  @Override
  public News taken(Talk talk, boolean again) {
    return again ? News.NONE : handedOver(talk);
  }

  @Override
  public News closed(Talk talk) {
    Arrival closed =
        new Arrival(
            "intercom:part:" + talk.lastPart + ":closed",
            new Signal.Closed(talk.conversation, talk.caller));
    return new News(List.of(closed), talk.lastPart, true);
  }

  @Override
  public String writing(Effect.ToChat effect) {
    return "POST conversations/:id/reply";
  }

  @Override
  public String reading(Reading what) {
    return switch (what) {
      case LIST -> "POST conversations/search";
      case MESSAGES, ONE -> "GET conversations/:id";
    };
  }

  @Override
  public boolean stands(Talk talk, Effect.ToChat effect) {
    boolean isNote = effect instanceof Effect.NoteToAgent;
    return talk.said.stream()
        .anyMatch(
            said ->
                said.by() == Talk.By.PIPELINE
                    && said.isPrivate() == isNote
                    && said.text().equals(effect.text()));
  }

  @Override
  public List<Arrival> found(Talk talk, long asOfNanos) {
    List<Arrival> found = new ArrayList<>();
    for (Said said : talk.said) {
      switch (said.by()) {
        case VISITOR -> found.add(new Arrival(key(talk, said), wrote(talk, said, false)));
        case AGENT ->
            found.addAll(
                (said.isPrivate() ? noted(talk, said) : agentWrote(talk, said)).arrivals());
        case BOT, PIPELINE -> {}
      }
    }
    if (talk.isForAgents()) {
      long since = talk.openSinceNanos / NANOS_PER_SECOND * NANOS_PER_SECOND;
      found.add(
          new Arrival(
              foundKey(talk) + ":open:" + talk.assignee,
              new Signal.FoundOpen(
                  talk.conversation, talk.caller, talk.assignee, since, asOfNanos)));
    }
    return found;
  }

  private static String foundKey(Talk talk) {
    return "intercom:found:" + talk.id() + ":" + talk.lastPart;
  }

  @Override
  public List<Arrival> foundClosed(Talk talk, long asOfNanos) {
    return List.of(
        new Arrival(
            foundKey(talk) + ":closed",
            new Signal.FoundClosed(talk.conversation, talk.caller, asOfNanos)));
  }
}
