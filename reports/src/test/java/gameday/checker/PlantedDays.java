package gameday.checker;

import gameday.rehearsed.Day;
import java.util.List;

/** The days of {@link PlantedFaultsTest}, for tests in other rooms. */
public final class PlantedDays {
  private PlantedDays() {}

  /** Each with one fault, always in the same order. */
  public static List<Day> all() {
    return PlantedFaultsTest.plants().values().stream().map(PlantedFaultsTest.Plant::day).toList();
  }
}
