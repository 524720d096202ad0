package gameday.pipeline.products;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Labels and tags that say what a conversation is about: {@code topic-login}, {@code topic: login}.
 * Others, such as {@code vip}, say something else, and two who share one may have different
 * troubles.
 */
final class TopicName {
  private static final Pattern TOPIC = Pattern.compile("topic\\s*[-_:]\\s*(\\S.*)");

  private TopicName() {}

  /** The topic that labels tell; blank if they tell none. */
  static String in(Stream<String> labels) {
    return labels
        .map(label -> TOPIC.matcher(label.strip().toLowerCase(Locale.ROOT)))
        .filter(Matcher::matches)
        .map(topic -> topic.group(1))
        .sorted()
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
