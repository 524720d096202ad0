package gameday.mocks.slack.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Something a person does with the app.
 *
 * @param payload what the app is told
 * @param conversation what it is about, for the record
 * @param takesAnswer whether the acknowledgement may carry something
 */
record Interaction(Kind kind, ObjectNode payload, String conversation, boolean takesAnswer) {

  /** How it is carried. */
  enum Kind {
    /** As JSON in one field of a form. */
    INTERACTIVE("interactive"),
    /** As a form. */
    COMMAND("slash_commands");

    private final String envelope;

    Kind(String envelope) {
      this.envelope = envelope;
    }

    /** The type of its envelope in Socket Mode. */
    String envelope() {
      return envelope;
    }
  }

  /** As it goes by HTTP. */
  byte[] form() {
    var form =
        switch (kind) {
          case INTERACTIVE -> "payload=" + encoded(payload.toString());
          case COMMAND ->
              payload.properties().stream()
                  .map(field -> field.getKey() + "=" + encoded(field.getValue().asText()))
                  .collect(Collectors.joining("&"));
        };
    return form.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
