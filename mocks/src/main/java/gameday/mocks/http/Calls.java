package gameday.mocks.http;

import com.github.tomakehurst.wiremock.http.Request;
import java.util.Locale;
import java.util.Optional;

/** Turns WireMock's requests into {@link Call}s. */
final class Calls {
  private Calls() {}

  static Call of(Request request, Service service) {
    var url = request.getUrl();
    var question = url.indexOf('?');
    return new Call(
        request.getMethod().getName().toUpperCase(Locale.ROOT),
        within(request, service),
        question < 0 ? "" : url.substring(question + 1),
        name -> header(request, name),
        RawBodies.isHidden(request) ? RawBodies.body(request) : request.getBody());
  }

  /** The path as sent, percent escapes and all, without the query. */
  static String path(Request request) {
    var url = request.getUrl();
    var question = url.indexOf('?');
    return question < 0 ? url : url.substring(0, question);
  }

  /** The path inside {@code service}: without its prefix, never empty. */
  static String within(Request request, Service service) {
    var path = path(request).substring(service.prefix().length());
    return path.isEmpty() ? "/" : path;
  }

  private static Optional<String> header(Request request, String name) {
    if (RawBodies.isHidden(request)) {
      return RawBodies.header(request, name);
    }
    return request.containsHeader(name)
        ? Optional.of(request.header(name).firstValue())
        : Optional.empty();
  }
}
