package gameday.pipeline.products;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import gameday.pipeline.delivery.Attempt;
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

  private Duration wait(ResponseDefinitionBuilder answer) throws InterruptedException {
    server.stubFor(any(anyUrl()).willReturn(answer));
    JsonCalls calls = new JsonCalls(server.baseUrl(), Map.of());
    Attempt attempt = calls.post("/x", JsonNodeFactory.instance.objectNode(), Map.of()).attempt();
    return switch (attempt) {
      case Attempt.NotNow notNow -> notNow.after();
      case Attempt.Accepted a -> throw new AssertionError(a);
      case Attempt.Refused r -> throw new AssertionError(r);
      case Attempt.Failed f -> throw new AssertionError(f);
      case Attempt.Unknown u -> throw new AssertionError(u);
    };
  }
}
