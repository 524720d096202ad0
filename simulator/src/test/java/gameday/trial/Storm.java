package gameday.trial;

import gameday.scenario.Scenario;
import gameday.scenario.yaml.Catalog;
import gameday.scenario.yaml.Loaded;
import java.util.List;

/** The catalogue's scenario for drawn faults. */
final class Storm {
  private Storm() {}

  static Scenario scenario(String... overrides) {
    return switch (Catalog.load("fault-storm", List.of(overrides))) {
      case Loaded.Good good -> good.scenario();
      case Loaded.Faulty faulty -> throw new IllegalStateException(faulty.faults().toString());
    };
  }
}
