package gameday.scenario.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what was probably meant. */
final class Nearest {
  private Nearest() {}

  /** The known word fewest keystrokes away, if that is near enough to be a slip. */
  static Optional<String> to(String word, Collection<String> known) {
    int slip = Math.max(2, word.length() / 3);
    return known.stream()
        .filter(other -> distance(word, other) <= slip)
        .min(Comparator.comparingInt((String other) -> distance(word, other)));
  }

  /** {@code "; did you mean 'x'?"}, or all known words if none is near. */
  static String hint(String word, Collection<String> known) {
    return to(word, known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElseGet(() -> known.isEmpty() ? "" : "; known are " + String.join(", ", known));
  }

  private static int distance(String word, String other) {
    return LevenshteinDistance.getDefaultInstance().apply(word, other);
  }
}
