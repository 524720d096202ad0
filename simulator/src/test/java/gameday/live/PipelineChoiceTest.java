package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineChoiceTest {
  @Test
  void splitsAtBlanks() {
    assertEquals(List.of("node", "pipeline.js", "-v"), words("  node  pipeline.js\t-v "));
  }

  @Test
  void keepsWhatIsQuotedTogether() {
    assertEquals(List.of("a b", "c d", "ef g"), words("'a b' \"c d\" e'f g'"));
  }

  @Test
  void keepsAnEmptyQuotedWord() {
    assertEquals(List.of("run", "", "x"), words("run '' x"));
  }

  @Test
  void takesTheCharacterAfterABackslashAsItIs() {
    assertEquals(List.of("a b", "'"), words("a\\ b \\'"));
  }

  @Test
  void keepsBackslashesInsideQuotesUnlessAQuoteOrABackslashFollows() {
    assertEquals(
        List.of("\\n", "say \"hi\" \\", "\\x"), words("'\\n' \"say \\\"hi\\\" \\\\\" \"\\x\""));
  }

  @Test
  void refusesAQuoteThatIsNotClosed() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> words("node 'pipeline.js"));

    assertEquals("quote ' is not closed in: node 'pipeline.js", refused.getMessage());
  }

  @Test
  void refusesACommandWithoutAWord() {
    assertThrows(IllegalArgumentException.class, () -> words("  "));
  }

  private static List<String> words(String line) {
    return PipelineChoice.command(line).words();
  }
}
