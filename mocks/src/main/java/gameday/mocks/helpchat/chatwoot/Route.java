package gameday.mocks.helpchat.chatwoot;

import gameday.mocks.http.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A call's method and the parts of its path behind the account or the inbox.
 *
 * @param home the account's id, the inbox's identifier, or empty for paths outside both
 */
record Route(String method, String home, List<String> parts) {
  private static final int MAX_PARTS = 12;

  static Route of(Call call) {
    List<String> all =
        Stream.of(call.path().substring(1).split("/", MAX_PARTS)).map(Route::decoded).toList();
    if (starts(all, List.of("api", "v1", "accounts"))) {
      return new Route(call.method(), all.get(3), all.subList(4, all.size()));
    }
    if (starts(all, List.of("public", "api", "v1", "inboxes"))) {
      return new Route(call.method(), all.get(4), all.subList(5, all.size()));
    }
    return new Route(call.method(), "", all);
  }

  /** Method and words of the path, ids left out, to switch over. */
  String pattern() {
    return method + " " + label();
  }

  /** The words of the path, with {@code :id} where an id stands. */
  String label() {
    String words = String.join("/", parts);
    if (home.isEmpty()) {
      return words.equals("api/v1/profile") ? words : "unknown";
    }
    if (parts.equals(List.of("contacts", "search"))) {
      return "contacts/search";
    }
    String label =
        parts.isEmpty()
            ? ""
            : parts.getFirst()
                + IntStream.range(1, parts.size())
                    .mapToObj(i -> "/" + (i % 2 == 1 ? ":id" : parts.get(i)))
                    .collect(Collectors.joining());
    // Callers choose the path: only words of ours go into the record.
    return label.matches("[a-z_/:]{1,60}") ? label : "unknown";
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part; // no valid escape: taken as it stands, and not found
    }
  }

  private static boolean starts(List<String> all, List<String> head) {
    return all.size() > head.size() && all.subList(0, head.size()).equals(head);
  }
}
