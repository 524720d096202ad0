package gameday.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening;
import gameday.scenario.Scenario;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualRehearsalTest {
  @ParameterizedTest
  @ValueSource(strings = {"smoke", "keynote-rush"})
  void aDayOfTheCatalogueKeepsAllRules(String name) throws IOException {
    VirtualDay day = VirtualDay.play(VirtualDay.ofCatalogue(name));

    assertEquals(List.of(), day.faults());
    assertTrue(day.all(Happening.Escalated.class).count() > 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"smoke"})
  void theSameDayGivesTheSameHistory(String name) throws IOException {
    Scenario scenario = VirtualDay.ofCatalogue(name);

    assertEquals(VirtualDay.play(scenario).file(), VirtualDay.play(scenario).file());
  }
}
