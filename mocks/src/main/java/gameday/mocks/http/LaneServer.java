package gameday.mocks.http;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.servlet.ServletContextHandler;

/** WireMock's server with one handler of ours before its own, by the hook it has for that. */
record LaneServer(ExpressLane lane) implements HttpServerFactory {
  @Override
  public HttpServer buildHttpServer(
      Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    return new Jetty11HttpServer(options, admin, stubs) {
      @Override
      public Handler[] extensionHandlers() {
        return new Handler[] {lane};
      }

      @Override
      public void stop() {
        super.stop();
        // Delayed answers would be sent all the same, up to five minutes later.
        scheduledExecutorService.shutdownNow();
      }

      @Override
      protected void decorateMockServiceContextAfterConfig(ServletContextHandler context) {
        context.setErrorHandler(new PlainErrors());
      }

      @Override
      protected void finalizeSetup(Options settled) {
        super.finalizeSetup(settled);
        jettyServer.setErrorHandler(new PlainErrors());
      }
    };
  }
}
