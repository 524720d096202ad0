package gameday.mocks.chat;

import java.util.List;
import java.util.Map;

/** The calls a visitor's browser makes, as data, for a load generator to send. */
public interface VisitorApi {
  /** The calls that open a conversation, in order; the last one carries the first message. */
  List<Step> opening(Visitor visitor, String text);

  /** The call that writes a further message. */
  VisitorCall message(Visitor visitor, String conversation, String text);

  /** Who visits; {@code key} is unique for each conversation and comes back to the listener. */
  record Visitor(String key, String name, String email) {}

  /** A call: path below the server's base URL, JSON body. */
  record VisitorCall(String method, String path, Map<String, String> headers, String body) {}

  /** One call of a sequence; what earlier calls answered can be put into later ones. */
  interface Step {
    /** The call, given what was {@link #learn learnt} so far. */
    VisitorCall call(Map<String, String> known);

    /** What the response body teaches; {@code conversation} after the step that creates it. */
    Map<String, String> learn(String responseBody);
  }
}
