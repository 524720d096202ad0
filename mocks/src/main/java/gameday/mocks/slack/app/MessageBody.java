package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.http.Call;
import gameday.mocks.http.FormData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A message as apps post it to a URL: JSON, or JSON in the field {@code payload} of a form. */
final class MessageBody {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private MessageBody() {}

  /** Empty if it can't be read. */
  static Optional<ObjectNode> of(Call call) {
    var isForm = call.header("content-type").orElse("").startsWith(Signing.FORM);
    return isForm ? inForm(call.body()) : object(call.body());
  }

  private static Optional<ObjectNode> inForm(byte[] body) {
    return FormData.parse(new String(body, StandardCharsets.UTF_8))
        .getOrDefault("payload", List.of())
        .stream()
        .findFirst()
        .flatMap(payload -> object(payload.getBytes(StandardCharsets.UTF_8)));
  }

  private static Optional<ObjectNode> object(byte[] json) {
    try {
      return MAPPER.readTree(json) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
