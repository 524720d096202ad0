package gameday.scenario.yaml;

import java.util.Optional;

/**
 * One setting of a scenario.
 *
 * @param key its name in the file
 * @param kind the kind of its values
 * @param doc one line for people
 * @param standard the text of its default; none if it must be given
 */
record Setting<T>(String key, Kind<T> kind, String doc, Optional<String> standard) {
  static <T> Setting<T> required(String key, Kind<T> kind, String doc) {
    return new Setting<>(key, kind, doc, Optional.empty());
  }

  /** The same with a default. */
  Setting<T> or(String text) {
    return new Setting<>(key, kind, doc, Optional.of(text));
  }
}
