package gameday.gates;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name nearest to a mistyped one. */
final class Nearest {
  private static final int NEAR = 3;

  private Nearest() {}

  /** The nearest by number of changed letters; the first of equals. */
  static String to(String found, List<String> known) {
    return known.stream().min(Comparator.comparingInt(name -> distance(found, name))).orElseThrow();
  }

  static boolean isNear(String found, List<String> known) {
    return distance(found, to(found, known)) <= NEAR;
  }

  private static int distance(String found, String name) {
    return LevenshteinDistance.getDefaultInstance().apply(found, name);
  }
}
