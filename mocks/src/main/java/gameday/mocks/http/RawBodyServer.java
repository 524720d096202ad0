package gameday.mocks.http;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.util.function.ToIntFunction;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * WireMock's server, which leaves bodies as they are.
 *
 * @param limit the largest body in bytes, by a request's path
 */
record RawBodyServer(ToIntFunction<String> limit) implements HttpServerFactory {
  @Override
  public HttpServer buildHttpServer(
      Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
    return new Jetty11HttpServer(options, admin, stubs) {
      {
        for (var connector : jettyServer.getConnectors()) {
          connector
              .getConnectionFactory(HttpConfiguration.ConnectionFactory.class)
              .getHttpConfiguration()
              .addCustomizer((from, settings, request) -> hide(request));
        }
      }
    };
  }

  private void hide(Request request) {
    RawBodies.hide(request, limit.applyAsInt(request.getRequestURI()));
  }
}
