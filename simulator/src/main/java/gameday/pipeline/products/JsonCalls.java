package gameday.pipeline.products;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.pipeline.delivery.Attempt;
import gameday.pipeline.delivery.RateLimited;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/** JSON over HTTP to one product, with its token; never tries twice by itself. */
final class JsonCalls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final String base;
  private final Map<String, String> headers;
  private HttpClient client;

  JsonCalls(String base, Map<String, String> headers) {
    this.base = base;
    this.headers = Map.copyOf(headers);
  }

  /**
   * What came back, or why nothing did.
   *
   * @param body an empty object if there is none that can be read
   */
  record Outcome(Attempt attempt, JsonNode body) {
    private static Outcome of(HttpResponse<String> response) {
      Optional<JsonNode> told = json(response.body());
      Attempt attempt = JsonCalls.attempt(response);
      boolean isSilent = told.isEmpty() && attempt instanceof Attempt.Accepted;
      // A proxy's page, or half an answer, says nothing about the call, whatever its status; only
      // when to come again is to be believed from whomever.
      boolean isForeign =
          told.isEmpty() && !response.body().isBlank() && !(attempt instanceof Attempt.NotNow);
      return isSilent || isForeign
          ? new Outcome(new Attempt.Unknown("unreadable answer"), nothing())
          : new Outcome(attempt, told.orElseGet(JsonCalls::nothing));
    }

    /**
     * The answer to a call that only asks.
     *
     * @throws IOException if there is none; {@link RateLimited} if the product asks to come later
     */
    JsonNode answer() throws IOException {
      return switch (attempt) {
        case Attempt.Accepted accepted -> body;
        case Attempt.NotNow notNow -> throw new RateLimited(notNow.after());
        case Attempt.Refused refused -> throw new IOException(refused.reason());
        case Attempt.Failed failed -> throw new IOException(failed.reason());
        case Attempt.Unknown unknown -> throw new IOException(unknown.reason());
      };
    }
  }

  Outcome post(String path, JsonNode body, Map<String, String> more) throws InterruptedException {
    HttpRequest.Builder request =
        request(path).POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    request.header("Content-Type", "application/json");
    more.forEach(request::header);
    try {
      return Outcome.of(client().send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new Outcome(new Attempt.Failed("no connection"), nothing());
    } catch (IOException e) {
      return new Outcome(new Attempt.Unknown(e.toString()), nothing());
    }
  }

  /** Reads; anything but success is an exception. */
  JsonNode get(String path) throws IOException, InterruptedException {
    return Outcome.of(send(path)).answer();
  }

  /** Reads what may not be there; an empty object then. */
  JsonNode find(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = send(path);
    return response.statusCode() == 404 ? nothing() : Outcome.of(response).answer();
  }

  private HttpResponse<String> send(String path) throws IOException, InterruptedException {
    return client().send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    headers.forEach(request::header);
    return request;
  }

  private static Attempt attempt(HttpResponse<String> response) {
    return Attempt.ofStatus(
        response.statusCode(),
        response.headers().firstValue("Retry-After").orElseGet(() -> untilReset(response)));
  }

  /** Intercom tells at what second it takes calls again, and no wait. */
  private static String untilReset(HttpResponse<String> response) {
    long reset = response.headers().firstValueAsLong("X-RateLimit-Reset").orElse(0);
    long wait = reset - Instant.now().getEpochSecond();
    return reset == 0 ? "" : Long.toString(Math.max(1, wait));
  }

  /** The answer, if it is one: every product here answers with an object. */
  private static Optional<JsonNode> json(String body) {
    try {
      return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static JsonNode nothing() {
    return JSON.createObjectNode();
  }

  // Made when it is first needed: it reads the machine's certificates, which delays a start.
  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(Duration.ofSeconds(5))
              .executor(Executors.newVirtualThreadPerTaskExecutor())
              .build();
    }
    return client;
  }
}
