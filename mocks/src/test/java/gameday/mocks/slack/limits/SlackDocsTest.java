package gameday.mocks.slack.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on Slack says what the file of limits says. */
class SlackDocsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (special|tier-\\d) \\| (.*) \\|$");
  private static final Pattern METHOD = Pattern.compile("`([a-z]+(?:\\.[a-zA-Z]+)+)`");
  private static final Pattern LINE =
      Pattern.compile("(?m)^([a-z]+\\.[a-zA-Z.]+) = (special|tier-\\d)$");

  @Test
  void listsEveryMethodWithItsRate() throws IOException {
    Map<String, String> told = new TreeMap<>();
    ROW.matcher(Files.readString(Path.of("../docs/slack.md")))
        .results()
        .forEach(
            row ->
                METHOD
                    .matcher(row.group(2))
                    .results()
                    .forEach(method -> told.put(method.group(1), row.group(1))));

    Map<String, String> limits = new TreeMap<>();
    try (var file = SlackDocsTest.class.getResourceAsStream("rate-limits.properties")) {
      LINE.matcher(new String(file.readAllBytes()))
          .results()
          .forEach(line -> limits.put(line.group(1), line.group(2)));
    }
    assertFalse(limits.isEmpty());
    assertEquals(limits, told);
  }
}
