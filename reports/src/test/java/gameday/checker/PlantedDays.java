package gameday.checker;

import gameday.rehearsed.Day;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days of {@link PlantedFaultsTest} and {@link SequelsJudgedTest}, for tests in other rooms; to
 * be judged with {@link gameday.rehearsed.Horizon#scriptWithSequels}.
 */
public final class PlantedDays {
  private PlantedDays() {}

  /** Always in the same order. */
  public static List<Day> all() {
    return Stream.concat(
            PlantedFaultsTest.plants().values().stream().map(PlantedFaultsTest.Plant::day),
            SequelsJudgedTest.days().stream())
        .toList();
  }
}
