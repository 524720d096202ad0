package gameday.history.jsonl;

import java.util.Locale;

/** Names as files have them: lower case with hyphens. */
final class Words {
  /** Worked out once: every line of a history needs one. */
  private static final ClassValue<String> KINDS =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> happening) {
          return happening
              .getSimpleName()
              .replaceAll("(?<=.)([A-Z])", "-$1")
              .toLowerCase(Locale.ROOT);
        }
      };

  private Words() {}

  /** The name of a kind of happening, such as {@code agent-replied}. */
  static String kind(Class<?> happening) {
    return KINDS.get(happening);
  }

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
