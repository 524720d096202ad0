package gameday.pipeline.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnseenPagesTest {
  private final List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));

  /** Two a page. */
  private JsonNode page(int number) {
    ArrayNode page = JsonNodeFactory.instance.arrayNode();
    list.stream().skip(2L * (number - 1)).limit(2).forEach(id -> page.addObject().put("id", id));
    return page;
  }

  private static List<Integer> ids(List<JsonNode> items) {
    return items.stream().map(item -> item.path("id").asInt()).toList();
  }

  @Test
  void findsWhatMovedUpWhileItWasReading() throws Exception {
    UnseenPages pages = new UnseenPages(10);

    List<JsonNode> first =
        pages.read(
            number -> {
              JsonNode page = page(number);
              if (number == 1) {
                list.remove(Integer.valueOf(2));
              }
              return page;
            });
    List<JsonNode> second = pages.read(this::page);

    assertEquals(List.of(1, 2, 4, 5, 6), ids(first));
    assertEquals(List.of(3), ids(second));
    assertEquals(List.of(), pages.read(this::page));
    assertTrue(pages.hasSeen("3"));
  }

  @Test
  void readsNoMorePagesThanItMay() throws Exception {
    assertEquals(List.of(1, 2, 3, 4), ids(new UnseenPages(2).read(this::page)));
  }
}
