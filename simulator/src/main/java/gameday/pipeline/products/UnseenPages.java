package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A list that is read page by page while it may shrink. What leaves it moves the rest up, so that
 * something on the next page is passed over; it is found by reading once more.
 */
final class UnseenPages {
  /** One page of the list, numbered from 1; empty after the last. */
  interface Pages {
    JsonNode page(int number) throws IOException, InterruptedException;
  }

  private final int most;
  private final Set<String> seen = new HashSet<>();

  /**
   * @param most how many pages are read at a time
   */
  UnseenPages(int most) {
    this.most = most;
  }

  /** What has not been seen yet, in the list's order; told apart by {@code id}. */
  List<JsonNode> read(Pages pages) throws IOException, InterruptedException {
    List<JsonNode> unseen = new ArrayList<>();
    for (int number = 1; number <= most; number++) {
      JsonNode page = pages.page(number);
      if (page.isEmpty()) {
        return unseen;
      }
      for (JsonNode item : page) {
        if (seen.add(item.path("id").asText())) {
          unseen.add(item);
        }
      }
    }
    return unseen;
  }

  boolean hasSeen(String id) {
    return seen.contains(id);
  }
}
