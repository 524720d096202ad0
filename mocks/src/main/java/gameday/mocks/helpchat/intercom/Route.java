package gameday.mocks.helpchat.intercom;

import gameday.mocks.http.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A call's method and the parts of its path. */
record Route(String method, List<String> parts) {
  private static final int MAX_PARTS = 12;
  private static final Set<String> HEADS =
      Set.of("me", "admins", "teams", "tags", "contacts", "conversations");

  static Route of(Call call) {
    return of(call.method(), call.path());
  }

  static Route of(String method, String path) {
    List<String> parts =
        Stream.of(path.substring(1).split("/", MAX_PARTS)).map(Route::decoded).toList();
    return new Route(method, parts);
  }

  /** The id behind the first word. */
  String id() {
    return parts.get(1);
  }

  /** Method and words of the path, ids left out, to switch over. */
  String pattern() {
    return method + " " + label();
  }

  /** The words of the path, with {@code :id} where an id stands. */
  String label() {
    String label =
        IntStream.range(0, parts.size())
            .mapToObj(i -> i % 2 == 0 || isSearch(i) ? parts.get(i) : ":id")
            .collect(Collectors.joining("/"));
    // Callers choose the path: only words of ours go into the record.
    return HEADS.contains(parts.getFirst()) && label.matches("[a-z_/:]{1,60}") ? label : "unknown";
  }

  private boolean isSearch(int i) {
    return i == 1 && parts.size() == 2 && method.equals("POST") && parts.get(1).equals("search");
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part; // no valid escape: taken as it stands, and not found
    }
  }
}
