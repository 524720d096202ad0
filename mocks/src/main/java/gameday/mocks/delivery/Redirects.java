package gameday.mocks.delivery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Follows where a pipeline sends a delivery on to. It is sent again as it is, with method, headers
 * and body, whatever the status; and only to the pipeline's own host, because a rehearsal talks to
 * nobody else.
 */
final class Redirects {
  private Redirects() {}

  /**
   * The answer of the last in the chain.
   *
   * @param left how many may still be followed; 0 for a product that follows none, whose redirects
   *     are answers like others
   */
  static CompletableFuture<HttpResponse<Void>> followed(
      HttpClient client, HttpResponse<Void> response, int left) {
    return left == 0 ? CompletableFuture.completedFuture(response) : follow(client, response, left);
  }

  private static CompletableFuture<HttpResponse<Void>> follow(
      HttpClient client, HttpResponse<Void> response, int left) {
    var next = next(response);
    if (next.isEmpty()) {
      return CompletableFuture.completedFuture(response);
    }
    if (left == 0) {
      return CompletableFuture.failedFuture(new TooManyRedirects(next.get()));
    }
    var request =
        HttpRequest.newBuilder(response.request(), (name, value) -> true).uri(next.get()).build();
    return client
        .sendAsync(request, BodyHandlers.discarding())
        .thenCompose(answer -> follow(client, answer, left - 1));
  }

  private static Optional<URI> next(HttpResponse<Void> response) {
    if (response.statusCode() / 100 != 3) {
      return Optional.empty();
    }
    var from = response.request().uri();
    return response.headers().firstValue("location").flatMap(to -> resolved(from, to));
  }

  private static Optional<URI> resolved(URI from, String to) {
    try {
      var next = from.resolve(to);
      return from.getScheme().equals(next.getScheme()) && from.getHost().equals(next.getHost())
          ? Optional.of(next)
          : Optional.empty();
    } catch (IllegalArgumentException noUri) {
      return Optional.empty();
    }
  }
}
