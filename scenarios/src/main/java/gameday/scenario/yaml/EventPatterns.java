package gameday.scenario.yaml;

import gameday.process.Chat;
import gameday.scenario.EventPattern;
import gameday.scenario.EventPattern.Place;
import gameday.scenario.EventWord;
import gameday.scenario.EventWord.Detail;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Event patterns as people write them: an event's name, then in any order and at most once each
 * what narrows it, as in {@code slack-posted by csm in thread containing reload}. What stands
 * behind {@code containing} is text to its end.
 */
final class EventPatterns {
  static final String PATTERN = "^[a-z]+(-[a-z]+)*( .+)?$";
  private static final int LONGEST = 500;
  private static final String CONTAINING = " containing ";

  private final String[] words;
  private final EventWord event;
  private final Map<Detail, String> details = new EnumMap<>(Detail.class);
  private int at;

  private EventPatterns(String head) {
    words = head.strip().split(" +");
    event = event(words[at++]);
    while (at < words.length) {
      clause(words[at++]);
    }
  }

  static EventPattern read(String given) {
    if (given.length() > LONGEST || given.chars().anyMatch(Character::isISOControl)) {
      throw new BadValueException("must be one line of %d characters at most".formatted(LONGEST));
    }
    String whole = given + " ";
    int text = whole.indexOf(CONTAINING);
    EventPatterns reading = new EventPatterns(text < 0 ? whole : whole.substring(0, text));
    if (text >= 0) {
      reading.set(Detail.TEXT, whole.substring(text + CONTAINING.length()).strip());
    }
    return reading.pattern();
  }

  private static EventWord event(String word) {
    List<String> known = Arrays.stream(EventWord.values()).map(EventWord::word).toList();
    return EventWord.of(word)
        .orElseThrow(
            () ->
                new BadValueException(
                    "must begin with an event's name, and '%s' is none%s"
                        .formatted(word, near(word, known))));
  }

  private void clause(String word) {
    switch (word) {
      case "by" -> set(Detail.BY, next(word));
      case "with" -> set(Detail.REACTION, next(word));
      case "silently" -> set(Detail.SILENTLY, word);
      case "in" -> in(next(word));
      case "at" -> {
        if (!(next(word) + " " + next(word)).equals("top level")) {
          throw new BadValueException("must say 'at top level' in full");
        }
        set(Detail.PLACE, Place.AT_TOP_LEVEL.words());
      }
      case "that" -> that(next(word));
      default ->
          throw new BadValueException("can't be narrowed by '%s'%s".formatted(word, fits(event)));
    }
  }

  private void in(String where) {
    if (where.equals("thread")) {
      set(Detail.PLACE, Place.IN_THREAD.words());
    } else if (Arrays.stream(Chat.values()).anyMatch(chat -> chat.word().equals(where))) {
      set(Detail.CHAT, where);
    } else {
      List<String> known = List.of("thread", Chat.HELP.word(), Chat.MOD.word());
      throw new BadValueException("knows no 'in %s'%s".formatted(where, near(where, known)));
    }
  }

  private void that(String how) {
    switch (how) {
      case "answers" -> set(Detail.ANSWERS, how);
      case "resolves" -> set(Detail.RESOLVES, how);
      default ->
          throw new BadValueException(
              "knows no 'that %s'%s".formatted(how, near(how, List.of("answers", "resolves"))));
    }
  }

  private String next(String after) {
    if (at == words.length) {
      throw new BadValueException("must go on after '%s'%s".formatted(after, fits(event)));
    }
    return words[at++];
  }

  private void set(Detail detail, String value) {
    if (!event.has(detail)) {
      throw new BadValueException(
          "can't be narrowed by '%s'%s".formatted(detail.grammar(), fits(event)));
    }
    if (value.isEmpty()) {
      throw new BadValueException("must have a text after 'containing'");
    }
    if (details.put(detail, value) != null) {
      throw new BadValueException("says '%s' twice; keep one".formatted(detail.grammar()));
    }
  }

  private EventPattern pattern() {
    return new EventPattern(
        event,
        find(Detail.BY),
        find(Detail.CHAT)
            .flatMap(w -> Arrays.stream(Chat.values()).filter(c -> c.word().equals(w)).findFirst()),
        find(Detail.PLACE)
            .flatMap(
                w -> Arrays.stream(Place.values()).filter(p -> p.words().equals(w)).findFirst()),
        details.containsKey(Detail.ANSWERS)
            || details.containsKey(Detail.RESOLVES)
            || details.containsKey(Detail.SILENTLY),
        find(Detail.REACTION),
        find(Detail.TEXT));
  }

  private Optional<String> find(Detail detail) {
    return Optional.ofNullable(details.get(detail));
  }

  private static String fits(EventWord event) {
    List<String> known =
        Arrays.stream(Detail.values()).filter(event::has).map(Detail::grammar).toList();
    return known.isEmpty()
        ? " (%s can't be narrowed)".formatted(event.word())
        : " (%s can be narrowed by: %s)".formatted(event.word(), String.join(", ", known));
  }

  private static String near(String word, Collection<String> known) {
    return Nearest.to(word, known)
        .map(near -> " (did you mean '" + near + "'?)")
        .orElseGet(() -> " (known are " + String.join(", ", known) + ")");
  }
}
