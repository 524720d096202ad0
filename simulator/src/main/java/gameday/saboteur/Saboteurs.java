package gameday.saboteur;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All saboteurs, in the order people read them. */
public final class Saboteurs {
  private static final List<Saboteur> ALL =
      Stream.of(
              Losses.all(),
              Haste.all(),
              Repetitions.all(),
              Words.all(),
              Ways.all(),
              Doors.all(),
              People.all())
          .flatMap(List::stream)
          .toList();

  private Saboteurs() {}

  /** Every saboteur. */
  public static List<Saboteur> all() {
    return ALL;
  }

  /** The saboteur of that id. */
  public static Optional<Saboteur> called(String id) {
    return ALL.stream().filter(saboteur -> saboteur.id().equals(id)).findFirst();
  }
}
