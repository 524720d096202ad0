package gameday.pipeline;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a question is about, so that two texts can be told to be about the same. */
final class Topic {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Topic() {}

  /** The words of {@code text}, whatever its case, white space and punctuation. */
  static String of(String text) {
    return BETWEEN_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** Whether a text says what it is about: one word, such as "hello", does not. */
  static boolean isTelling(String topic) {
    return topic.indexOf(' ') > 0;
  }
}
