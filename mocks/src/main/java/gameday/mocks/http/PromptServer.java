package gameday.mocks.http;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;

/** WireMock's server, but what it still holds when it stops keeps no program alive. */
final class PromptServer implements HttpServerFactory {
  @Override
  public HttpServer buildHttpServer(
      Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    return new Jetty11HttpServer(options, admin, stubs) {
      @Override
      public void stop() {
        super.stop();
        // Delayed answers would be sent all the same, up to five minutes later.
        scheduledExecutorService.shutdownNow();
      }
    };
  }
}
