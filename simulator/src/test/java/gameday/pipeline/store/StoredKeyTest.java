package gameday.pipeline.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoredKeyTest {
  @Test
  void leavesWhatCanBeStoredAsItIs() {
    for (String key : List.of("", "slack:1700000000.000100", "\ud83d\ude00", "x".repeat(500))) {
      assertEquals(key, StoredKey.of(key));
    }
  }

  @Test
  void givesWhatCanNotBeStoredADigestOfItsOwn() {
    List<String> awkward =
        List.of("a\0", "\0a", "\ud83d", "\ud83e", "\ude00\ud83d", "x".repeat(501), "x".repeat(502));

    List<String> stored = awkward.stream().map(StoredKey::of).distinct().toList();

    assertEquals(awkward.size(), stored.size());
    assertTrue(stored.stream().allMatch(key -> key.matches("sha256:[0-9a-f]{64}")));
    assertNotEquals(StoredKey.of("?"), StoredKey.of("\ud83d"));
  }
}
