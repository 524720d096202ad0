package gameday.mocks.delivery;

import java.util.random.RandomGenerator;

/** Makes ids that look like a product's own. */
public final class Likeness {
  /** What tells ids of one kind from others stands in front: {@code Ev0AB1}, {@code notif_0ab1}. */
  private static final int KEPT = 2;

  private Likeness() {}

  /** Another id of the same form: digits, hex letters and capitals are drawn anew. */
  public static String of(String id, RandomGenerator chance) {
    var other = new StringBuilder(id);
    for (var at = Math.max(KEPT, id.lastIndexOf('_') + 1); at < id.length(); at++) {
      var was = id.charAt(at);
      if (was >= '0' && was <= '9') {
        other.setCharAt(at, (char) chance.nextInt('0', '9' + 1));
      } else if (was >= 'a' && was <= 'f') {
        other.setCharAt(at, (char) chance.nextInt('a', 'f' + 1));
      } else if (was >= 'A' && was <= 'Z') {
        other.setCharAt(at, (char) chance.nextInt('A', 'Z' + 1));
      }
    }
    return other.toString();
  }
}
