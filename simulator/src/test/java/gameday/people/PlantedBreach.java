package gameday.people;

import gameday.verdict.Outcome;
import java.io.File;
import java.time.Instant;

/**
 * Breaks three rules of the floor plan on purpose, so that the architecture test can be seen red.
 */
public final class PlantedBreach {
  private PlantedBreach() {}

  static String breach() {
    return new File(Outcome.PASS.word()).getName() + Instant.now();
  }
}
