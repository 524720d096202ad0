package gameday.checker;

import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.process.Chat;
import gameday.process.Tier;
import gameday.scenario.EventPattern.Place;
import java.util.Locale;
import java.util.Optional;

/**
 * What an event can be narrowed by.
 *
 * @param team whose doing it was, such as {@code csm}; empty if nobody's
 * @param person who of them; empty likewise
 * @param telling whether a reply answers or resolves, or a leaver was silent
 * @param reaction a reaction's name; empty if it is none
 * @param text what was written; empty if nothing was
 */
record EventDetails(
    String team,
    String person,
    Optional<Chat> chat,
    Optional<Place> place,
    boolean telling,
    String reaction,
    String text) {
  private static final EventDetails NONE = by("", "");
  private static final String AGENTS = Tier.CLIENT_TEAM.word();

  static EventDetails of(Happening what) {
    return switch (what) {
      case Happening.OfQuestion it -> ofQuestion(it);
      case Happening.HarnessTrouble it -> NONE.saying(it.what());
      case Happening.PipelineNoted it -> NONE.in(it.chat()).saying(it.text());
      case Happening.PipelineReplied it -> NONE.in(it.chat()).saying(it.text());
      case Happening.SlackPosted it -> by(it.author()).at(place(it.threadTs())).saying(it.text());
      case Happening.SlackEdited it -> by(it.author()).at(place(it.threadTs())).saying(it.text());
      case Happening.SlackReacted it -> by(it.author()).with(it.name());
      case Happening.RunStarted it -> NONE;
      case Happening.RunEnded it -> NONE;
      case Happening.FaultBegan it -> NONE;
      case Happening.FaultEnded it -> NONE;
      case Happening.PipelineReady it -> NONE;
      case Happening.PipelineLacks it -> NONE;
      case Happening.PipelineGone it -> NONE;
      case Happening.ModChatRefused it -> NONE;
      case Happening.ModChatGranted it -> NONE;
      case Happening.WebhookDelivered it -> NONE;
      case Happening.WebhookMeddled it -> NONE;
      case Happening.IntruderTried it -> NONE;
      case Happening.PipelineCalled it -> NONE;
    };
  }

  private static Place place(Optional<String> threadTs) {
    return threadTs.isPresent() ? Place.IN_THREAD : Place.AT_TOP_LEVEL;
  }

  private static EventDetails ofQuestion(Happening.OfQuestion what) {
    return switch (what) {
      case Happening.Asked it -> NONE.in(it.chat()).saying(it.text());
      case Happening.UserWrote it -> NONE.saying(it.text());
      case Happening.AgentRequested it -> NONE;
      case Happening.GaveUp it -> NONE.telling(it.silently());
      case Happening.ChatbotReplied it -> NONE.telling(it.resolves()).saying(it.text());
      case Happening.AgentTook it -> by(AGENTS, it.agent());
      case Happening.AgentReplied it ->
          by(AGENTS, it.agent()).telling(it.answers()).saying(it.text());
      case Happening.AgentNoted it -> by(AGENTS, it.agent()).saying(it.text());
      case Happening.Escalated it -> by(AGENTS, it.agent()).saying(it.issue());
      case Happening.Closed it -> closed(it.by());
    };
  }

  /** Conversations are closed by machines too, which are a team of one. */
  private static EventDetails closed(String by) {
    boolean machine = by.equals("pipeline") || by.equals(Tier.CHATBOT.word());
    return by(machine ? by : AGENTS, by);
  }

  private static EventDetails by(Author author) {
    return by(author.role().name().toLowerCase(Locale.ROOT).replace('_', '-'), author.name());
  }

  private static EventDetails by(String team, String person) {
    return new EventDetails(team, person, Optional.empty(), Optional.empty(), false, "", "");
  }

  private EventDetails in(Chat where) {
    return new EventDetails(team, person, Optional.of(where), place, telling, reaction, text);
  }

  private EventDetails at(Place where) {
    return new EventDetails(team, person, chat, Optional.of(where), telling, reaction, text);
  }

  private EventDetails telling(boolean tells) {
    return new EventDetails(team, person, chat, place, tells, reaction, text);
  }

  private EventDetails with(String name) {
    return new EventDetails(team, person, chat, place, telling, name, text);
  }

  private EventDetails saying(String words) {
    return new EventDetails(team, person, chat, place, telling, reaction, words);
  }
}
