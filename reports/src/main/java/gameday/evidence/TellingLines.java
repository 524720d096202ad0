package gameday.evidence;

import java.util.stream.Stream;

/** Lines long enough to tell whose they are. */
public final class TellingLines {
  /** Shorter ones, such as "thank you", are everybody's. */
  private static final int TELLING = 20;

  private TellingLines() {}

  /** Those of a text, without blanks around them. */
  public static Stream<String> of(String text) {
    return text.length() < TELLING
        ? Stream.empty()
        : text.lines().map(String::strip).filter(line -> line.length() >= TELLING);
  }
}
