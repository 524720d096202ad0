package gameday.scenario;

import gameday.process.Chat;
import java.util.Optional;

/**
 * Which events of a history are meant: those of one name, narrowed by whatever is there.
 *
 * @param event their name
 * @param by who did it: a team such as {@code csm}, or one person such as {@code csm-2}
 * @param chat in which chat it happened
 * @param place where in Slack it stands
 * @param telling only agents' replies that answer, chatbot's replies that resolve, or askers who
 *     leave silently
 * @param reaction the reaction's name, such as {@code eyes}
 * @param text what the text contains, letter by letter
 */
public record EventPattern(
    EventWord event,
    Optional<String> by,
    Optional<Chat> chat,
    Optional<Place> place,
    boolean telling,
    Optional<String> reaction,
    Optional<String> text) {
  /** Where a message stands in Slack. */
  public enum Place {
    IN_THREAD("in thread"),
    AT_TOP_LEVEL("at top level");

    private final String words;

    Place(String words) {
      this.words = words;
    }

    /** As it is written. */
    public String words() {
      return words;
    }
  }

  /** All events of one name. */
  public static EventPattern of(EventWord event) {
    return new EventPattern(
        event,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** As it is written in a scenario; reads back to an equal pattern. */
  public String words() {
    StringBuilder words = new StringBuilder(event.word());
    if (telling) {
      words.append(' ').append(tellingWords());
    }
    by.ifPresent(who -> words.append(" by ").append(who));
    chat.ifPresent(in -> words.append(" in ").append(in.word()));
    place.ifPresent(where -> words.append(' ').append(where.words()));
    reaction.ifPresent(name -> words.append(" with ").append(name));
    text.ifPresent(part -> words.append(" containing ").append(part));
    return words.toString();
  }

  private String tellingWords() {
    if (event.has(EventWord.Detail.ANSWERS)) {
      return EventWord.Detail.ANSWERS.grammar();
    }
    return event.has(EventWord.Detail.RESOLVES)
        ? EventWord.Detail.RESOLVES.grammar()
        : EventWord.Detail.SILENTLY.grammar();
  }
}
