package gameday.pipeline.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.contract.OpenApi;
import gameday.contract.PipelinePath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's examples, as the reference pipeline judges and reads them at their own time. */
class ContractExamplesTest {
  /** When they were signed. */
  private static final Instant THEN = Instant.ofEpochSecond(1_795_338_000);

  static Stream<OpenApi.Example> examples() {
    return OpenApi.published().examples().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void areGenuineAsTheyStand(OpenApi.Example example) {
    assertTrue(isGenuine(example, example.body(), THEN));
    assertTrue(isGenuine(example, example.body(), THEN.plusSeconds(300)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void areForgedWithOneByteChanged(OpenApi.Example example) {
    String body = example.body();
    for (int at : List.of(0, body.length() / 2, body.length() - 1)) {
      char other = body.charAt(at) == 'x' ? 'y' : 'x';
      String changed = body.substring(0, at) + other + body.substring(at + 1);

      assertFalse(isGenuine(example, changed, THEN), changed);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void areStaleLaterUnlessNoTimeIsSigned(OpenApi.Example example) {
    boolean intercom = example.name().startsWith("intercom");

    assertEquals(intercom, isGenuine(example, example.body(), THEN.plusSeconds(301)));
  }

  /** Those by which a question goes to Slack and its answer back. */
  static Stream<OpenApi.Example> telling() {
    return examples()
        .filter(
            one ->
                List.of(
                        "chatwoot-question",
                        "chatwoot-note",
                        "smartloop-text",
                        "question",
                        "answer")
                    .contains(one.name()));
  }

  @ParameterizedTest
  @MethodSource("telling")
  void tellTheReferencePipelineSomething(OpenApi.Example example) throws Exception {
    JsonNode body = new ObjectMapper().readTree(example.body());

    assertFalse(inbound(example, body).read(body).isEmpty());
  }

  private static boolean isGenuine(OpenApi.Example example, String body, Instant now) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(example.headers());
    return signature(example)
        .isGenuine(
            example.secret(),
            name -> headers.getOrDefault(name, ""),
            body.getBytes(StandardCharsets.UTF_8),
            now);
  }

  private static Signature signature(OpenApi.Example example) {
    return switch (example.path()) {
      case PipelinePath.MOD_CHAT -> Seal.MOD_CHAT;
      case PipelinePath.SLACK_EVENTS -> Seal.SLACK;
      default ->
          switch (provider(example)) {
            case "chatwoot" -> Seal.CHATWOOT;
            case "smartloop" -> Seal.SMARTLOOP;
            default -> new HubSignature();
          };
    };
  }

  private static String provider(OpenApi.Example example) {
    return example.name().split("-")[0];
  }

  private static Inbound inbound(OpenApi.Example example, JsonNode body) {
    return switch (example.path()) {
      case PipelinePath.MOD_CHAT -> new ModChatInbound();
      case PipelinePath.SLACK_EVENTS -> new SlackInbound(body.at("/event/channel").asText());
      default ->
          provider(example).equals("chatwoot") ? new ChatwootInbound() : new SmartloopInbound();
    };
  }
}
