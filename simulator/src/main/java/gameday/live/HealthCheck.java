package gameday.live;

import gameday.contract.HealthAnswer;
import gameday.contract.PipelinePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a pipeline whether it is well. */
final class HealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int OK = 200;

  private HealthCheck() {}

  /** What it says of itself; empty unless it answers 200, and whole, within a second. */
  static Optional<HealthAnswer> ask(URI base) throws InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    try {
      HttpRequest request = HttpRequest.newBuilder(address(base)).timeout(PATIENCE).build();
      return client
          .sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
          .thenApply(HealthCheck::read)
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException notYet) {
      return Optional.empty();
    } finally {
      client.shutdownNow();
    }
  }

  private static URI address(URI base) {
    return URI.create(base.toString().replaceAll("/+$", "") + PipelinePath.HEALTH);
  }

  private static Optional<HealthAnswer> read(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      return response.statusCode() == OK
          ? Optional.of(HealthAnswer.read(body.readNBytes(HealthAnswer.MOST_BYTES + 1)))
          : Optional.empty();
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }
}
