package gameday.mocks.junit;

import static org.junit.jupiter.api.Assertions.assertSame;

import gameday.mocks.Mocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MocksParameterTest {
  @RegisterExtension final MocksExtension world = MocksExtension.standard();

  @Test
  void comeAsAParameter(Mocks mocks) {
    assertSame(world.mocks(), mocks);
  }
}
