package gameday.mocks.intruder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which trick comes next on whom: each once in a drawn order, then all again in another. */
final class Deck {
  private final List<String> doors;
  private final Random chance;
  private final List<Card> left = new ArrayList<>();

  /** One try to come. */
  record Card(String on, Trick trick) {}

  Deck(List<String> doors, long seed) {
    this.doors = List.copyOf(doors);
    this.chance = new Random(seed);
  }

  /** How many cards there are until all come again. */
  int size() {
    return doors.size() * TRICKS.size();
  }

  /** A replay is late or not by what there is to replay. */
  private static final List<Trick> TRICKS =
      List.of(Trick.UNSIGNED, Trick.WRONGLY_SIGNED, Trick.STALE, Trick.REPLAYED);

  Card next() {
    if (left.isEmpty()) {
      doors.forEach(door -> TRICKS.forEach(trick -> left.add(new Card(door, trick))));
      Collections.shuffle(left, chance);
    }
    return left.removeLast();
  }
}
