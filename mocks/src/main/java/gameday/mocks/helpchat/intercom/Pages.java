package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Call;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reading page by page, what changed last first. A cursor names the last item that was shown, so
 * that what changes meanwhile shifts nothing.
 */
record Pages(int perPage, Optional<Cursor> after) {
  private static final int MOST = 150;

  /** An item and what it is sorted by, as it was when the list was made. */
  record Row<T>(Instant at, long id, T item) {}

  private record Cursor(long millis, long id, int page) {
    static Cursor of(Row<?> row, int page) {
      return new Cursor(row.at().toEpochMilli(), row.id(), page);
    }

    static Optional<Cursor> read(String text) {
      try {
        String json = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        return RequestJson.read(json)
            .filter(it -> it.isArray() && it.size() == 3)
            .filter(it -> it.valueStream().allMatch(JsonNode::canConvertToLong))
            .map(it -> new Cursor(it.path(0).asLong(), it.path(1).asLong(), it.path(2).asInt()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    String text() {
      byte[] json = ("[" + millis + "," + id + "," + page + "]").getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(json);
    }

    boolean isBefore(Row<?> row) {
      long at = row.at().toEpochMilli();
      return at < millis || at == millis && row.id() < id;
    }
  }

  /** What a query string says. */
  static Pages of(Call call, int otherwise) throws Problem {
    return of(
        parameter(call, "per_page").orElse(Integer.toString(otherwise)),
        parameter(call, "starting_after"));
  }

  /** What a search's {@code pagination} says. */
  static Pages of(JsonNode pagination, int otherwise) throws Problem {
    JsonNode perPage = pagination.path("per_page");
    JsonNode after = pagination.path("starting_after");
    return of(
        perPage.isMissingNode() ? Integer.toString(otherwise) : perPage.asText(),
        after.isMissingNode() || after.isNull() ? Optional.empty() : Optional.of(after.asText()));
  }

  private static Pages of(String perPage, Optional<String> after) throws Problem {
    if (!perPage.matches("[1-9][0-9]{0,8}")) {
      throw Problem.invalid("per_page must be a positive integer");
    }
    int size = Integer.parseInt(perPage);
    if (size > MOST) {
      throw Problem.invalid("Per Page is too big");
    }
    Optional<Cursor> cursor = after.filter(it -> it.length() <= 200).flatMap(Cursor::read);
    if (after.isPresent() && cursor.isEmpty()) {
      throw new Problem(
          400,
          "client_error",
          "Invalid starting_after param. Please try again using a starting_after value from a"
              + " paginated response");
    }
    return new Pages(size, cursor);
  }

  /** {@code answer} with the items under {@code name}, and where the next page begins. */
  <T> ObjectNode fill(
      ObjectNode answer, String name, List<Row<T>> rows, Function<T, ObjectNode> shown) {
    Comparator<Row<T>> oldestFirst =
        Comparator.<Row<T>>comparingLong(it -> it.at().toEpochMilli()).thenComparingLong(Row::id);
    List<Row<T>> rest =
        rows.stream()
            .sorted(oldestFirst.reversed())
            .filter(row -> after.isEmpty() || after.get().isBefore(row))
            .toList();
    List<Row<T>> page = rest.subList(0, Math.min(perPage, rest.size()));
    ArrayNode list = answer.putArray(name);
    page.forEach(it -> list.add(shown.apply(it.item())));
    int number = after.map(Cursor::page).orElse(1);
    ObjectNode pages = answer.put("total_count", rows.size()).putObject("pages");
    pages.put("type", "pages");
    if (rest.size() > page.size()) {
      String next = Cursor.of(page.getLast(), number + 1).text();
      pages.putObject("next").put("page", number + 1).put("starting_after", next);
    }
    pages.put("page", number).put("per_page", perPage);
    pages.put("total_pages", (rows.size() + perPage - 1) / perPage);
    return answer;
  }

  private static Optional<String> parameter(Call call, String name) {
    return call.query().getOrDefault(name, List.of()).stream().findFirst();
  }
}
