package gameday.scenario.yaml;

import java.util.Locale;

/** Names as files have them: lower case with hyphens. */
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
