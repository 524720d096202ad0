package gameday.saboteur.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.saboteur.Saboteurs;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every saboteur in virtual time: caught by its own rule, by no other, and never a false alarm. */
class VirtualMatrixTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void wholeMatrixIsAsItMustBe(long seed) throws Exception {
    Matrix matrix = Matrix.play(new VirtualPlayer(), Saboteurs.all(), List.of(seed), trial -> {});

    assertTrue(matrix.trials().size() > Saboteurs.all().size());
    assertEquals(List.of(), matrix.faults());
  }
}
