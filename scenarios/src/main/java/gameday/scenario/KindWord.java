package gameday.scenario;

import java.util.Locale;

/**
 * The word of each kind of fault: its name with hyphens. Made once, since it is asked for often.
 */
final class KindWord {
  private static final ClassValue<String> WORDS =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> kind) {
          return kind.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }
      };

  private KindWord() {}

  static String of(Class<?> kind) {
    return WORDS.get(kind);
  }
}
