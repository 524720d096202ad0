package gameday.mocks.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpInput;
import org.eclipse.jetty.server.Request;

/**
 * Keeps WireMock's hands off requests' bodies. By itself it parses forms on every call, answers 500
 * to those it can't parse, unpacks whatever looks packed, and reads without end.
 *
 * <p>So what tells a body's form is hidden in other headers, a mark in front of each body makes it
 * look like nothing, and of a body above its limit only one byte too many is read. {@link Calls}
 * takes all that away again.
 */
final class RawBodies {
  private static final String HIDING = "gameday-hidden-";

  /** Lower case, which is how {@link Calls} names headers. */
  private static final Map<String, String> HIDDEN =
      Map.of(
          "Content-Type", HIDING + "content-type", "Content-Encoding", HIDING + "content-encoding");

  private static final String NO_TYPE = "application/octet-stream";

  private RawBodies() {}

  /**
   * Hides a request's body from all but {@link Calls}.
   *
   * @param limit in bytes; of a longer body one byte more is read
   */
  static void hide(Request request, int limit) {
    var fields = HttpFields.build();
    for (var field : request.getHttpFields()) {
      var hidden = HIDDEN.get(field.getName());
      fields.add(hidden == null ? field : new HttpField(hidden, field.getValue()));
    }
    request.setHttpFields(fields);
    request.setContentType(NO_TYPE);
    request.getHttpInput().addInterceptor(new Marked(limit));
  }

  /** The header's name as the caller sent it. */
  static String name(String lowerCase) {
    return lowerCase.startsWith(HIDING) ? lowerCase.substring(HIDING.length()) : lowerCase;
  }

  /** The body as the caller sent it. */
  static byte[] body(byte[] marked) {
    return marked.length == 0 ? marked : Arrays.copyOfRange(marked, 1, marked.length);
  }

  /** Puts a mark in front, and ends the body early if it is too long. */
  private static final class Marked implements HttpInput.Interceptor {
    private final int limit;
    private boolean begun;
    private int length;

    Marked(int limit) {
      this.limit = limit;
    }

    @Override
    public HttpInput.Content readFrom(HttpInput.Content content) {
      if (content.isSpecial() || content.isEmpty()) {
        return content;
      }
      if (length > limit) {
        content.skip(content.remaining());
        return new HttpInput.EofContent();
      }
      var mark = begun ? 0 : 1;
      var taken = Math.min(content.remaining(), limit - length + 1);
      var bytes = new byte[mark + taken];
      content.get(bytes, mark, taken);
      content.skip(content.remaining());
      begun = true;
      length += taken;
      return new HttpInput.Content(ByteBuffer.wrap(bytes));
    }
  }
}
