package gameday.mocks.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request as it came in. Query and headers are looked at only when somebody asks, because most
 * calls need one header and no query. Belongs to the thread that answers it.
 */
public final class Call {
  private final String method;
  private final String path;
  private final Function<String, Optional<String>> headers;
  private final byte[] body;
  private String rawQuery;
  private Map<String, List<String>> query;

  /**
   * A call whose parts are known.
   *
   * @param method upper case
   * @param path without query, with the service's prefix taken off; starts with '/'
   * @param query decoded parameters, in order
   * @param headers by lower-case name
   * @param body raw bytes, at most what the server allows
   */
  public Call(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      byte[] body) {
    this(method, path, "", name -> first(headers.getOrDefault(name, List.of())), body);
    this.query = query;
  }

  /**
   * A call whose query is decoded and whose headers are fetched when they are asked for.
   *
   * @param rawQuery what stands behind the '?', as sent
   * @param headers the first header of a lower-case name
   */
  Call(
      String method,
      String path,
      String rawQuery,
      Function<String, Optional<String>> headers,
      byte[] body) {
    this.method = method;
    this.path = path;
    this.rawQuery = rawQuery;
    this.headers = headers;
    this.body = body;
  }

  /** Upper case, such as {@code POST}. */
  public String method() {
    return method;
  }

  /** As sent, percent escapes and all, without query and the service's prefix; starts with '/'. */
  public String path() {
    return path;
  }

  /** Decoded parameters, in order. */
  public Map<String, List<String>> query() {
    if (query == null) {
      query = FormData.parse(rawQuery);
      rawQuery = "";
    }
    return query;
  }

  /** The first header of that (lower-case) name. */
  public Optional<String> header(String name) {
    return headers.apply(name);
  }

  /** The raw bytes, at most what the server allows. Not to be changed. */
  public byte[] body() {
    return body;
  }

  private static Optional<String> first(List<String> values) {
    return values.stream().findFirst();
  }
}
