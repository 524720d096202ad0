package gameday.script;

import gameday.process.Audience;
import gameday.process.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people write, by audience and topic, from {@code phrases.txt}. Topics nobody has written
 * phrases for get those of {@code audience/any}.
 */
final class Phrasebook {
  private static final Phrasebook SHIPPED = new Phrasebook(ResourceLines.of("phrases.txt"));
  private static final String ANY = "any";

  private final Map<String, List<String>> lines = new HashMap<>();
  private final Map<Audience, List<String>> topics = new HashMap<>();

  private Phrasebook(List<String> source) {
    String section = "";
    for (String line : source) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
        addTopic(section);
      } else {
        int colon = line.indexOf(':');
        String key = section + "/" + line.substring(0, colon);
        lines
            .computeIfAbsent(key, fresh -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
  }

  static Phrasebook shipped() {
    return SHIPPED;
  }

  private void addTopic(String section) {
    for (Audience audience : Audience.values()) {
      String prefix = audience.word() + "/";
      if (section.startsWith(prefix) && !section.endsWith("/" + ANY)) {
        topics
            .computeIfAbsent(audience, fresh -> new ArrayList<>())
            .add(section.substring(prefix.length()));
      }
    }
  }

  /** The topics with phrases of their own. */
  List<String> topics(Audience audience) {
    return List.copyOf(topics.getOrDefault(audience, List.of()));
  }

  /** How an asker puts it. */
  List<String> questions(Audience audience, String topic) {
    return of(audience, topic, "ask");
  }

  /** How an agent describes it to the response team. */
  List<String> issues(Audience audience, String topic) {
    return of(audience, topic, "issue");
  }

  /** What helps. */
  List<String> answers(Audience audience, String topic) {
    return of(audience, topic, "answer");
  }

  /** What is asked on. */
  List<String> followUps(Audience audience, String topic) {
    return of(audience, topic, "on");
  }

  /** The page it is about: {@code session}, or a path below the event's page. */
  String page(Audience audience, String topic) {
    return of(audience, topic, "page").getFirst();
  }

  /** How a tier begins its answer. */
  List<String> openings(Tier tier) {
    return lines.get("opening/" + tier.word() + "/text");
  }

  /** Lines under any other heading, such as {@code impatient}. */
  List<String> common(String key) {
    return lines.get("common/" + key);
  }

  private List<String> of(Audience audience, String topic, String key) {
    List<String> own = lines.get(audience.word() + "/" + topic + "/" + key);
    return own != null ? own : lines.get(audience.word() + "/" + ANY + "/" + key);
  }
}
