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
  private final boolean closed;

  /**
   * @param closed whether stubs must see every call, because a user's may come first
   */
  ExpressLane(Reception reception, Faults faults, boolean closed) {
    this.closed = closed;
    this.reception = reception;
    this.faults = faults;
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = base.getRequestURI();
    var service = reception.serviceFor(path);
    var limit = reception.bodyLimit(path);
    if (base.getContentLengthLong() > limit) {
      base.setHandled(true);
      refuse(413, "body_too_large", response);
    } else if (service.isPresent() && isOpenFor(service.get(), path)) {
      base.setHandled(true);
      serve(service.get(), base, response, limit);
    } else {
      base.getHttpInput().addInterceptor(new Bounded(limit));
      if (!closed) {
        // No stub of a user's will look at the body.
        RawBodies.hide(base);
      }
    }
  }

  private boolean isOpenFor(Service service, String path) {
    var within = path.substring(service.prefix().length());
    return !closed
        && faults.isQuiet(service.name())
        && service.knows(within.isEmpty() ? "/" : within);
  }

  private void serve(Service service, Request base, HttpServletResponse response, int limit)
      throws IOException {
    byte[] body;
    try {
      body = base.getInputStream().readNBytes(limit + 1);
    } catch (IOException cutOff) {
      refuse(400, "bad_body", response);
      return;
    }
    if (body.length > limit) {
      refuse(413, "body_too_large", response);
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

  private static void refuse(int status, String word, HttpServletResponse response)
      throws IOException {
    // What is still to come isn't read, so the connection can't be used again.
    var refusal = Answer.json(status, "{\"error\":\"" + word + "\"}", word);
    write(refusal.with("Connection", "close"), response);
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
