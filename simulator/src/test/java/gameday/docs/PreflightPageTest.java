package gameday.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.preflight.CheckName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreflightPageTest {
  @Test
  void thePageTellsOfEveryCheckInItsOrder() {
    List<String> rows =
        Pages.text(Pages.page("preflight.md"))
            .lines()
            .filter(line -> line.matches("\\| `[a-z-]+` \\| .*"))
            .map(line -> line.split(" \\| ?")[0] + " | " + line.split(" \\| ?")[1])
            .toList();

    assertEquals(
        Arrays.stream(CheckName.values())
            .map(check -> "| `%s` | %s".formatted(check.word(), check.sentence()))
            .toList(),
        rows);
  }
}
