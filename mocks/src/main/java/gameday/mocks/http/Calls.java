package gameday.mocks.http;

import com.github.tomakehurst.wiremock.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns WireMock's requests into {@link Call}s. */
final class Calls {
  private Calls() {}

  static Call of(Request request, String prefix) {
    var url = request.getUrl();
    var path = path(request).substring(prefix.length());
    var question = url.indexOf('?');
    return new Call(
        request.getMethod().getName().toUpperCase(Locale.ROOT),
        path.isEmpty() ? "/" : path,
        FormData.parse(question < 0 ? "" : url.substring(question + 1)),
        headers(request),
        RawBodies.body(request.getBody()));
  }

  /** The path as sent, percent escapes and all, without the query. */
  static String path(Request request) {
    var url = request.getUrl();
    var question = url.indexOf('?');
    return question < 0 ? url : url.substring(0, question);
  }

  private static Map<String, List<String>> headers(Request request) {
    var headers = new LinkedHashMap<String, List<String>>();
    for (var header : request.getHeaders().all()) {
      headers.computeIfAbsent(name(header.key()), key -> new ArrayList<>()).addAll(header.values());
    }
    return headers;
  }

  private static String name(String sent) {
    return RawBodies.name(sent.toLowerCase(Locale.ROOT));
  }
}
