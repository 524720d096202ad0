package gameday.mocks.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.fileupload.FileUploadException;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;

/** What the server itself has to refuse: a status and a word, no page, no trace, nobody's text. */
final class PlainErrors extends ErrorHandler {
  PlainErrors() {
    setShowStacks(false);
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    base.setHandled(true);
    if (response.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR_500 && isUnreadable(request)) {
      response.setStatus(HttpStatus.BAD_REQUEST_400);
    }
    response.setContentType("application/json");
    response.getOutputStream().write(body(response.getStatus()));
  }

  /**
   * Whether it was the caller's bytes that could not be read: a form, an encoding, a body's end.
   */
  private static boolean isUnreadable(HttpServletRequest request) {
    var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    while (cause != null) {
      if (cause instanceof IllegalArgumentException
          || cause instanceof IOException
          || cause instanceof FileUploadException
          || cause instanceof BadMessageException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** For what isn't even a request: headers that are too large, a method that is none. */
  @Override
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
    fields.put(HttpHeader.CONTENT_TYPE, "application/json");
    return ByteBuffer.wrap(body(status));
  }

  private static byte[] body(int status) {
    var word = HttpStatus.getMessage(status).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return ("{\"error\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8);
  }
}
