package gameday.mocks.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param method upper case
 * @param path without query, with the service's prefix taken off; starts with '/'
 * @param query decoded parameters, in order
 * @param headers by lower-case name
 * @param body raw bytes, at most what the server allows
 */
public record Call(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body) {

  /** The first header of that (lower-case) name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }
}
