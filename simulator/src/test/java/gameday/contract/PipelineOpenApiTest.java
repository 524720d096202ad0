package gameday.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.process.PipelinePart;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI file, held against OpenAPI and against the code's own lists. */
class PipelineOpenApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OpenApi CONTRACT = OpenApi.published();

  @Test
  void isValidOpenApi() {
    assertEquals(List.of(), CONTRACT.faultsOfTheDocument());
  }

  @Test
  void wouldNotBeValidWithATypo() {
    OpenApi typo =
        OpenApi.departing(
            document ->
                ((ObjectNode) document.at("/paths/~1health/get/responses/200"))
                    .put("descripton", ""));
    OpenApi typoInASchema =
        OpenApi.departing(
            document -> ((ObjectNode) document.at("/components/schemas/Words")).put("type", "txt"));

    assertFalse(typo.faultsOfTheDocument().isEmpty());
    assertFalse(typoInASchema.faultsOfTheDocument().isEmpty());
  }

  @Test
  void hasEveryPathAndNoOther() throws IllegalAccessException {
    Set<String> paths = new TreeSet<>(Set.of("/ready"));
    for (var field : PipelinePath.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        paths.add((String) field.get(null));
      }
    }

    assertEquals(paths, CONTRACT.paths());
  }

  @Test
  void hasEveryVariableAndNoOtherAndMarksSecrets() {
    Map<String, Boolean> expected = new TreeMap<>();
    theContracts().forEach(variable -> expected.put(variable.name(), variable.isSecret()));

    Map<String, Boolean> found = new TreeMap<>();
    CONTRACT
        .at("/components/schemas/Environment/properties")
        .properties()
        .forEach(
            one ->
                found.put(one.getKey(), one.getValue().path("format").asText().equals("password")));
    assertEquals(expected, found);
    assertEquals(
        theContracts().map(Enum::name).toList(), texts("/components/schemas/Environment/required"));
  }

  private static Stream<PipelineVariable> theContracts() {
    return Arrays.stream(PipelineVariable.values()).filter(variable -> !variable.isOwn());
  }

  @Test
  void hasEveryPartAPipelineMayLack() {
    assertEquals(
        Arrays.stream(PipelinePart.values()).map(PipelinePart::word).toList(),
        texts("/components/schemas/Health/properties/without/items/enum"));
  }

  private static List<String> texts(String pointer) {
    List<String> texts = new ArrayList<>();
    CONTRACT.at(pointer).forEach(node -> texts.add(node.asText()));
    return texts;
  }

  @ParameterizedTest
  @MethodSource("healthAnswers")
  void understandsHealthAsTheHarnessDoes(String answer) {
    boolean understood =
        HealthAnswer.read(answer.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            instanceof HealthAnswer.Understood;

    assertEquals(understood, CONTRACT.faults("Health", read(answer)).isEmpty());
  }

  static Stream<String> healthAnswers() {
    return Stream.of(
        "{}",
        "{\"status\":\"up\"}",
        "{\"without\":[]}",
        "{\"without\":[\"mod-chat\",\"deadlines\"]}",
        "{\"without\":\"mod-chat\"}",
        "{\"without\":null}",
        "{\"without\":[\"modchat\"]}",
        "{\"without\":[7]}");
  }

  @Test
  void givesExamplesThatFitTheirSchemas() {
    for (OpenApi.Example example : CONTRACT.examples()) {
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(example.headers());
      Map<String, String> lower = new TreeMap<>();
      headers.forEach((name, value) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), value));
      byte[] body = example.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
      Between.Exchange exchange =
          new Between.Exchange("POST", example.path(), lower, body, 200, "", new byte[0]);
      String provider = example.name().split("-")[0];
      boolean chat = example.path().equals(PipelinePath.HELP_CHAT);

      assertEquals(
          List.of(),
          new Held(CONTRACT, chat ? provider : "chatwoot").departures(List.of(exchange)),
          example.name());
    }
  }

  @Test
  void showsTheSameValueThatIsSigned() {
    for (String path : CONTRACT.paths()) {
      String content = "/paths/" + path.replace("/", "~1") + "/post/requestBody/content";
      CONTRACT
          .at(content)
          .properties()
          .forEach(
              type ->
                  type.getValue()
                      .path("examples")
                      .forEach(
                          example -> {
                            String body = example.at("/x-signed/body").asText();
                            JsonNode value =
                                type.getKey().equals("application/json")
                                    ? read(body)
                                    : Held.form(body);
                            assertEquals(example.path("value"), value);
                          }));
    }
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException garbled) {
      throw new AssertionError(text, garbled);
    }
  }

  @Test
  void namesEveryProvider() {
    assertEquals(
        List.of("chatwoot", "smartloop", "intercom"),
        texts("/components/schemas/Environment/properties/HELP_CHAT_PROVIDER/enum"));
    assertTrue(CONTRACT.examples().size() >= 10, CONTRACT.examples()::toString);
  }
}
