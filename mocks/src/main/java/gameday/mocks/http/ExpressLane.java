package gameday.mocks.http;

import gameday.mocks.faults.Faults;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpInput;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.AbstractHandler;

/**
 * Answers ordinary calls on WireMock's own server before WireMock's stubs see them, which more than
 * halves what a call costs. Calls of a service with which something is wrong, and whatever no
 * service answers in code, go on to the stubs. Also bounds every body, which WireMock would read
 * whole.
 */
final class ExpressLane extends AbstractHandler {
  private final Reception reception;
  private final Faults faults;

  ExpressLane(Reception reception, Faults faults) {
    this.reception = reception;
    this.faults = faults;
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = base.getRequestURI();
    var service = reception.serviceFor(path);
    var limit = MockServer.BODY_LIMIT;
    if (base.getContentLengthLong() > limit) {
      base.setHandled(true);
      refuse(response);
    } else if (service.isPresent() && faults.isQuiet(service.get().name())) {
      base.setHandled(true);
      serve(service.get(), base, response, limit);
    } else {
      base.getHttpInput().addInterceptor(new Bounded(limit));
    }
  }

  private void serve(Service service, Request base, HttpServletResponse response, int limit)
      throws IOException {
    var body = base.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      refuse(response);
      return;
    }
    var path = base.getRequestURI().substring(service.prefix().length());
    var query = base.getQueryString();
    var call =
        new Call(
            base.getMethod(),
            path.isEmpty() ? "/" : path,
            query == null ? "" : query,
            name -> Optional.ofNullable(base.getHttpFields().get(name)),
            body);
    write(reception.answer(service, call), response);
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    // What is still to come isn't read, so the connection can't be used again.
    var tooLarge = Answer.json(413, "{\"error\":\"body_too_large\"}", "body_too_large");
    write(tooLarge.with("Connection", "close"), response);
  }

  private static void write(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }

  /** Ends a request whose body is too large, however it was announced. */
  private static final class Bounded implements HttpInput.Interceptor {
    private final int limit;
    private long seen;

    Bounded(int limit) {
      this.limit = limit;
    }

    @Override
    public HttpInput.Content readFrom(HttpInput.Content content) {
      seen += content.isSpecial() ? 0 : content.getByteBuffer().remaining();
      if (seen > limit) {
        throw new BadMessageException(HttpStatus.PAYLOAD_TOO_LARGE_413, "body_too_large");
      }
      return content;
    }
  }
}
