package gameday.mocks.slack;

import java.util.List;
import java.util.Optional;

/**
 * Part of a list.
 *
 * @param items at most as many as were asked for
 * @param nextCursor empty text at the end
 * @param error Slack's error word if cursor or limit were wrong
 */
record Page<T>(List<T> items, String nextCursor, Optional<String> error) {

  /** The part of {@code all} that the arguments {@code cursor} and {@code limit} ask for. */
  static <T> Page<T> of(List<T> all, Arguments arguments, int limitByDefault, int mostLimit) {
    var limit = limit(arguments, limitByDefault, mostLimit);
    if (limit.isEmpty()) {
      return bad("invalid_limit");
    }
    var cursor = arguments.text("cursor");
    var from = cursor.map(Page::offset).orElse(0);
    if (from < 0 || from > all.size()) {
      return bad("invalid_cursor");
    }
    var to = Math.min(all.size(), from + limit.get());
    var next = to < all.size() ? Cursor.of("offset", "" + to) : "";
    return new Page<>(all.subList(from, to), next, Optional.empty());
  }

  /** The argument {@code limit}, at most {@code most}; 0 is none; empty if it is no number. */
  static Optional<Integer> limit(Arguments arguments, int byDefault, int most) {
    var given = arguments.text("limit");
    if (given.isEmpty()) {
      return Optional.of(byDefault);
    }
    return given
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .map(limit -> limit == 0 ? byDefault : Math.min(limit, most));
  }

  private static int offset(String cursor) {
    return Cursor.value("offset", cursor)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(-1);
  }

  private static <T> Page<T> bad(String error) {
    return new Page<>(List.of(), "", Optional.of(error));
  }
}
