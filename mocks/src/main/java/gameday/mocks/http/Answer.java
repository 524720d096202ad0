package gameday.mocks.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /** The same with one more header. */
  public Answer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, outcome);
  }
}
