package gameday.mocks.http;

import com.github.tomakehurst.wiremock.http.Request;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpInput;

/**
 * Keeps WireMock's hands off bodies on which it would choke: it parses every form, unpacks whatever
 * looks packed, and fails on those it can't.
 *
 * <p>What tells a body's form is hidden in other headers, and a byte in front makes it look like
 * nothing. {@link Calls} takes that away again.
 */
final class RawBodies {
  private static final String HIDING = "gameday-hidden-";
  private static final Map<String, String> HIDDEN =
      Map.of(
          "Content-Type", HIDING + "content-type", "Content-Encoding", HIDING + "content-encoding");

  /** What nobody else says, so that no caller can have a byte taken away. */
  private static final String MARKED_TYPE =
      "application/x-gameday-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

  private RawBodies() {}

  /** Hides a request's body from all but {@link Calls}. */
  static void hide(org.eclipse.jetty.server.Request request) {
    var fields = HttpFields.build();
    for (var field : request.getHttpFields()) {
      var hidden = HIDDEN.get(field.getName());
      fields.add(hidden == null ? field : new HttpField(hidden, field.getValue()));
    }
    request.setHttpFields(fields.add("Content-Type", MARKED_TYPE));
    request.setContentType(MARKED_TYPE);
    request.getHttpInput().addInterceptor(new Marked());
  }

  static boolean isHidden(Request request) {
    return request.containsHeader("content-type")
        && request.header("content-type").firstValue().equals(MARKED_TYPE);
  }

  /** The header as the caller sent it. */
  static Optional<String> header(Request request, String name) {
    var sent = name.startsWith("content-") && !name.equals("content-length") ? HIDING + name : name;
    return request.containsHeader(sent)
        ? Optional.of(request.header(sent).firstValue())
        : Optional.empty();
  }

  /** The body as the caller sent it. */
  static byte[] body(Request request) {
    var marked = request.getBody();
    return marked.length == 0 ? marked : Arrays.copyOfRange(marked, 1, marked.length);
  }

  /** Puts a byte in front. */
  private static final class Marked implements HttpInput.Interceptor {
    private boolean begun;

    @Override
    public HttpInput.Content readFrom(HttpInput.Content content) {
      if (begun || content.isSpecial() || content.isEmpty()) {
        return content;
      }
      begun = true;
      var bytes = new byte[content.remaining() + 1];
      content.get(bytes, 1, content.remaining());
      return new HttpInput.Content(ByteBuffer.wrap(bytes));
    }
  }
}
