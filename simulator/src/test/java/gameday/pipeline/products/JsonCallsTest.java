package gameday.pipeline.products;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.RateLimited;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonCallsTest {
  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void waitsAsLongAsItIsAskedTo() throws Exception {
    String reset = Long.toString(Instant.now().getEpochSecond() + 60);
    ResponseDefinitionBuilder tooMany = aResponse().withStatus(429);

    assertEquals(Duration.ofSeconds(1), wait(tooMany));
    assertEquals(Duration.ofSeconds(1), wait(tooMany.withHeader("X-RateLimit-Reset", "1")));
    Duration untilReset = wait(aResponse().withStatus(429).withHeader("X-RateLimit-Reset", reset));
    assertTrue(untilReset.toSeconds() > 50 && untilReset.toSeconds() <= 60, untilReset::toString);
    assertEquals(
        Duration.ofSeconds(7),
        wait(
            aResponse()
                .withStatus(429)
                .withHeader("X-RateLimit-Reset", reset)
                .withHeader("Retry-After", "7")));
  }

  @Test
  void givesAnAnswerOrSaysWhyThereIsNone() throws Exception {
    assertEquals("1", calls(aResponse().withBody("{\"id\":1}")).get("/x").path("id").asText());
    assertEquals("HTTP 404", refusal(aResponse().withStatus(404)));
    assertEquals("HTTP 401", refusal(aResponse().withStatus(401)));
    assertEquals("HTTP 502", refusal(aResponse().withStatus(502)));
    assertEquals("unreadable answer", refusal(aResponse().withBody("<html>")));
    assertEquals("unreadable answer", refusal(aResponse().withBody("[]")));
    assertTrue(calls(aResponse().withStatus(404)).find("/x").isEmpty());
    RateLimited later =
        assertThrows(RateLimited.class, () -> calls(aResponse().withStatus(429)).get("/x"));
    assertEquals(Duration.ofSeconds(1), later.after());
  }

  @Test
  void believesNoForeignPageWhateverItsStatus() throws Exception {
    for (int status : new int[] {200, 401, 403, 404, 502}) {
      ResponseDefinitionBuilder page = aResponse().withStatus(status).withBody("<html>");

      assertEquals(new Attempt.Unknown("unreadable answer"), posted(page), "status " + status);
    }
    assertEquals(new Attempt.Refused("HTTP 404"), posted(aResponse().withStatus(404)));
    assertEquals(
        new Attempt.Refused("HTTP 404"), posted(aResponse().withStatus(404).withBody("{}")));
    assertEquals(
        new Attempt.NotNow(Duration.ofSeconds(1)),
        posted(aResponse().withStatus(429).withBody("Retry later")));
  }

  private Attempt posted(ResponseDefinitionBuilder answer) throws InterruptedException {
    return calls(answer).post("/x", JsonNodeFactory.instance.objectNode(), Map.of()).attempt();
  }

  private JsonCalls calls(ResponseDefinitionBuilder answer) {
    server.stubFor(any(anyUrl()).willReturn(answer));
    return new JsonCalls(server.baseUrl(), Map.of());
  }

  private String refusal(ResponseDefinitionBuilder answer) {
    return assertThrows(IOException.class, () -> calls(answer).get("/x")).getMessage();
  }

  private Duration wait(ResponseDefinitionBuilder answer) throws InterruptedException {
    return switch (posted(answer)) {
      case Attempt.NotNow notNow -> notNow.after();
      case Attempt.Accepted a -> throw new AssertionError(a);
      case Attempt.Refused r -> throw new AssertionError(r);
      case Attempt.Failed f -> throw new AssertionError(f);
      case Attempt.Unknown u -> throw new AssertionError(u);
    };
  }
}
