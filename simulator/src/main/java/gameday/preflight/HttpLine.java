package gameday.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Any other service's HTTP, asked one question at a time, with its token. */
final class HttpLine {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int LONGEST = 16 << 20;

  private final String base;
  private final Map<String, String> headers;
  private final Pace pace;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  HttpLine(String base, Map<String, String> headers, Pace pace) {
    this.base = base.replaceAll("/+$", "");
    this.headers = Map.copyOf(headers);
    this.pace = pace;
  }

  /** A good answer; {@code json} is a missing node if the body is none. */
  record Heard(String body, JsonNode json) {}

  static final String UNAUTHORIZED = "HTTP 401";
  static final String NOT_FOUND = "HTTP 404";

  Answer<Heard> get(String path) throws InterruptedException {
    return ask(request(path).GET().build());
  }

  Answer<Heard> post(String path, String body, Map<String, String> more)
      throws InterruptedException {
    HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    request.header("Content-Type", "application/json");
    more.forEach(request::header);
    return ask(request.build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    headers.forEach(request::header);
    return request;
  }

  private Answer<Heard> ask(HttpRequest request) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      pace.await();
      try {
        Raw raw = within(TIMEOUT.plusSeconds(5), () -> send(request));
        boolean again =
            raw.status() == 429 && tries < Pace.TRIES && pace.holdOff(Pace.told(raw.retryAfter()));
        if (!again) {
          return answer(raw);
        }
      } catch (IOException e) {
        return new Answer.Silent<>("can't be reached: " + reason(e));
      }
    }
  }

  /** A 4xx is a refusal; anything else but success says nothing about the question. */
  private static Answer<Heard> answer(Raw raw) {
    String status = "HTTP " + raw.status();
    return switch (raw.status() / 100) {
      case 2 -> new Answer.Good<>(new Heard(raw.body(), json(raw.body())));
      case 4 -> new Answer.Refused<>(status);
      default -> new Answer.Silent<>("answered " + status);
    };
  }

  private record Raw(int status, String retryAfter, String body) {}

  private Raw send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    String retryAfter = response.headers().firstValue("Retry-After").orElse("");
    return new Raw(response.statusCode(), retryAfter, read(response));
  }

  /** The request's own time-out ends with the headers, and a body may never end. */
  private static Raw within(Duration time, Callable<Raw> work)
      throws IOException, InterruptedException {
    FutureTask<Raw> task = new FutureTask<>(work);
    Thread.ofVirtual().start(task);
    try {
      return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException trouble ? trouble : new IOException(e.getCause());
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new HttpTimeoutException("no end");
    }
  }

  private static String read(HttpResponse<InputStream> response) throws IOException {
    try (var stream = response.body()) {
      byte[] bytes = stream.readNBytes(LONGEST);
      return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      return JSON.missingNode();
    }
  }

  /** Why nothing came, without a URL, which may hold a secret. */
  static String reason(IOException trouble) {
    return switch (trouble) {
      case HttpTimeoutException e -> "no answer in time";
      case java.io.InterruptedIOException e -> "no answer in time";
      case ConnectException e -> "nobody answers there";
      case java.net.UnknownHostException e -> "no such host";
      case javax.net.ssl.SSLException e -> "its certificate or TLS is wrong";
      default -> "the connection broke";
    };
  }
}
