package gameday.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {
  @ParameterizedTest
  @CsvSource({
    "<!channel>, &lt;!channel&gt;",
    "R&D, R&amp;D",
    "&lt;, &amp;lt;",
    "&amp;amp;, &amp;amp;amp;",
    "*bold* `code`, *bold* `code`",
  })
  void escapesAndBack(String shown, String written) {
    assertEquals(written, SlackText.escape(shown));
    assertEquals(shown, SlackText.unescape(written));
  }
}
