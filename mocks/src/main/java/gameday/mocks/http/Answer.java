package gameday.mocks.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** A response. {@code outcome} is for the record: {@code ok} or an error word. */
public record Answer(int status, Map<String, String> headers, byte[] body, String outcome) {

  /** A JSON response. */
  public static Answer json(int status, String json, String outcome) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/json; charset=utf-8"),
        json.getBytes(StandardCharsets.UTF_8),
        outcome);
  }

  /** A response in another format than JSON. */
  public static Answer text(int status, String contentType, String text, String outcome) {
    return new Answer(
        status,
        Map.of("Content-Type", contentType),
        text.getBytes(StandardCharsets.UTF_8),
        outcome);
  }

  /** The same with a {@code Retry-After}, if there is one. */
  public Answer retryAfter(OptionalInt seconds) {
    return seconds.isPresent() ? with("Retry-After", Integer.toString(seconds.getAsInt())) : this;
  }

  /**
   * {@code outcome} for the record, with what a limit told: judges must know how long the caller
   * has to stay away.
   */
  String told(String outcome) {
    var seconds = headers.get("Retry-After");
    return seconds == null ? outcome : outcome + " " + seconds + "s";
  }

  /** The same with one more header. */
  public Answer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, outcome);
  }
}
