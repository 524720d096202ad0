package gameday.mocks.helpchat.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.http.Call;
import java.util.List;
import java.util.Optional;

/** What a request's body says; everything that doesn't fit is a {@link Problem}. */
record Fields(ObjectNode json) {
  private static final int MAX_TEXT = 255;
  private static final int MAX_ATTRIBUTES = 100;

  static Fields of(Call call) throws Problem {
    return new Fields(
        RequestJson.read(call.body())
            .orElseThrow(() -> Problem.invalid("The request body is not a JSON object")));
  }

  boolean has(String name) {
    return json.hasNonNull(name);
  }

  /** A short text; empty if it is absent, null or blank. */
  Optional<String> text(String name) throws Problem {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.asText().length() > MAX_TEXT) {
      throw Problem.invalid(name + " must be a string of at most " + MAX_TEXT + " characters");
    }
    return Optional.of(value.asText()).filter(it -> !it.isBlank());
  }

  /** An id, which clients write as number or text. */
  Optional<String> id(String name) throws Problem {
    JsonNode value = json.path(name);
    return value.isIntegralNumber() ? Optional.of(value.asText()) : text(name);
  }

  /** One of {@code words}. */
  String word(String name, List<String> words) throws Problem {
    String word = text(name).orElseThrow(() -> Problem.missing(name));
    if (!words.contains(word)) {
      throw Problem.invalid(name + " must be one of: " + String.join(", ", words));
    }
    return word;
  }

  /** The body as HTML; empty if it is absent. */
  Optional<Body> html() throws Problem {
    Optional<String> given = bodyText();
    return given.isPresent() ? Optional.of(checked(Body.ofHtml(given.get()))) : Optional.empty();
  }

  /** The body as text that somebody typed. */
  Body typed() throws Problem {
    return checked(Body.ofText(bodyText().orElseThrow(Fields::noBody)));
  }

  Body requiredHtml() throws Problem {
    return html().orElseThrow(Fields::noBody);
  }

  /** An object of scalars; empty if it is absent. */
  ObjectNode attributes(String name) throws Problem {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return RequestJson.object();
    }
    boolean scalars =
        value instanceof ObjectNode object
            && object.size() <= MAX_ATTRIBUTES
            && object.propertyStream().allMatch(it -> fits(it.getKey(), it.getValue()));
    if (!scalars) {
      throw Problem.invalid(name + " must be an object of at most 100 short scalars");
    }
    return ((ObjectNode) value).deepCopy();
  }

  /** Attachments can't be kept here; to drop one silently would be worse than to say so. */
  void refuseAttachments() throws Problem {
    if (!json.path("attachment_urls").isEmpty() || !json.path("attachment_files").isEmpty()) {
      throw new Problem(422, "unsupported", "Attachments are not supported");
    }
  }

  private Optional<String> bodyText() throws Problem {
    JsonNode value = json.path("body");
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw Problem.invalid("body must be a string");
    }
    return Optional.of(value.asText()).filter(it -> !it.isBlank());
  }

  private static Body checked(Body body) throws Problem {
    if (body.text().isBlank()) {
      throw noBody();
    }
    if (!body.isAcceptable()) {
      throw Problem.invalid("Body is too long");
    }
    return body;
  }

  private static Problem noBody() {
    return Problem.invalid("Body is required");
  }

  private static boolean fits(String name, JsonNode value) {
    return name.length() <= MAX_TEXT && value.isValueNode() && value.asText().length() <= MAX_TEXT;
  }
}
