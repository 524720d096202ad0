package gameday.mocks.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameday.mocks.MockSettings;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MocksExtensionTest {
  @RegisterExtension
  static final MocksExtension SHARED = MocksExtension.with(MockSettings.standard().seed(7));

  private static final List<URI> FRESH = new ArrayList<>();
  private static final List<URI> OLD = new ArrayList<>();

  @RegisterExtension final MocksExtension fresh = MocksExtension.standard();

  @Test
  void areFreshForEachTestInAnInstanceField() {
    note();
  }

  @Test
  void areSharedInAStaticField() {
    note();
  }

  @AfterAll
  static void lookBack() {
    assertEquals(2, FRESH.size());
    assertNotEquals(FRESH.getFirst(), FRESH.getLast());
    assertEquals(OLD.getFirst(), OLD.getLast());
    FRESH.forEach(
        ended ->
            assertThrows(
                ConnectException.class, () -> new Socket("127.0.0.1", ended.getPort()).close()));
  }

  @Test
  void areNotThereOutsideOfATest() {
    assertThrows(IllegalStateException.class, () -> MocksExtension.standard().mocks());
  }

  private void note() {
    FRESH.add(fresh.mocks().url());
    OLD.add(SHARED.mocks().url());
  }
}
