package gameday.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.process.PipelinePart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a healthy pipeline's answer to {@code GET /health} says of it. */
public sealed interface HealthAnswer {
  /** More than this is not read. */
  int MOST_BYTES = 64 * 1024;

  /**
   * It can be understood.
   *
   * @param without the parts the pipeline doesn't know, in the order of their enum; usually none
   */
  record Understood(List<PipelinePart> without) implements HealthAnswer {
    public Understood {
      without = List.copyOf(without);
    }
  }

  /** It can't; {@code fault} is a clause that says why, with what may be written. */
  record Puzzling(String fault) implements HealthAnswer {}

  /**
   * Reads a body. One that is no JSON object, such as {@code ok}, comes from a pipeline that knows
   * everything.
   */
  static HealthAnswer read(byte[] body) {
    if (body.length > MOST_BYTES) {
      return new Puzzling("has more than 64 KiB");
    }
    String text = new String(body, StandardCharsets.UTF_8).strip();
    if (!text.startsWith("{")) {
      return new Understood(List.of());
    }
    try {
      return read(new ObjectMapper().readTree(text).path("without"));
    } catch (JsonProcessingException garbled) {
      return new Puzzling("begins as a JSON object and is none: " + garbled.getOriginalMessage());
    }
  }

  private static HealthAnswer read(JsonNode without) {
    if (without.isMissingNode()) {
      return new Understood(List.of());
    }
    String known = ", known parts: " + words();
    if (!without.isArray()) {
      return new Puzzling("must have a list as 'without', found " + shown(without) + known);
    }
    Set<PipelinePart> parts = EnumSet.noneOf(PipelinePart.class);
    List<String> strange = new ArrayList<>();
    for (JsonNode word : without) {
      PipelinePart.of(word.isTextual() ? word.textValue() : "")
          .ifPresentOrElse(parts::add, () -> strange.add(shown(word)));
    }
    return strange.isEmpty()
        ? new Understood(List.copyOf(parts))
        : new Puzzling("names unknown parts as 'without': " + listed(strange) + known);
  }

  private static String words() {
    return Arrays.stream(PipelinePart.values())
        .map(PipelinePart::word)
        .collect(Collectors.joining(", "));
  }

  private static String listed(List<String> strange) {
    String first = strange.stream().limit(5).collect(Collectors.joining(", "));
    return strange.size() > 5 ? first + ", …" : first;
  }

  private static String shown(JsonNode node) {
    String json = node.toString();
    return json.length() > 60 ? json.substring(0, 60) + "…" : json;
  }
}
