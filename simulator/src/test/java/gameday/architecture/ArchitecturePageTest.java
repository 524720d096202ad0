package gameday.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameday.docs.Pages;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitecturePageTest {
  @Test
  void namesEveryRoomOfTheFloorPlan() {
    String page = Pages.text(Pages.ROOT.resolve("docs/architecture.md"));

    List<String> missing =
        FloorPlan.ofGameday().names().stream()
            .filter(room -> !page.contains("`" + room + "`"))
            .toList();

    assertEquals(List.of(), missing);
  }
}
