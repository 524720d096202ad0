package gameday.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.history.Happening;
import gameday.process.HelpChatProduct;
import gameday.scenario.Scenario;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualRehearsalTest {
  @ParameterizedTest
  @ValueSource(strings = {"smoke", "keynote-rush", "rough-day"})
  void aDayOfTheCatalogueKeepsAllRulesAndIsTheSameWhenRepeated(String name) throws IOException {
    Scenario scenario = VirtualDay.ofCatalogue(name);

    VirtualDay day = VirtualDay.play(scenario);

    assertEquals(List.of(), day.faults());
    assertTrue(day.all(Happening.Escalated.class).count() > 10);
    assertEquals(day.file(), VirtualDay.play(scenario).file());
  }

  @ParameterizedTest
  @EnumSource(HelpChatProduct.class)
  void anyHelpChatWillDo(HelpChatProduct product) {
    Scenario scenario = VirtualDay.in(product, VirtualDay.ofCatalogue("smoke"));

    VirtualDay day = VirtualDay.play(scenario);

    assertEquals(List.of(), day.faults());
    assertTrue(day.all(Happening.Escalated.class).count() > 10);
  }
}
