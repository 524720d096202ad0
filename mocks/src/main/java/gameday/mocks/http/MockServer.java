package gameday.mocks.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import gameday.mocks.faults.Faults;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;

/**
 * All mocked products on one port of the loopback interface.
 *
 * <p>It keeps nothing per request: WireMock's journal is off, and there is one mapping, whose
 * transformer dispatches in code, because WireMock's time grows with the number of mappings.
 */
public final class MockServer implements AutoCloseable {
  /** The largest body taken where a service says nothing else, in bytes; more is answered 413. */
  public static final int BODY_LIMIT = 1 << 20;

  private static final String HOST = "127.0.0.1";
  private static final int CONTAINER_THREADS = 64;
  private static final int ACCEPT_QUEUE = 4_096;
  private static final int DELAY_THREADS = 4;

  private final WireMockServer wireMock;

  private MockServer(WireMockServer wireMock) {
    this.wireMock = wireMock;
  }

  /**
   * Starts to answer.
   *
   * @param port 0 for any free one
   * @param services each with a prefix of its own
   * @param faults played on calls of the pipeline only
   * @throws UncheckedIOException naming the port, if somebody else listens there
   */
  public static MockServer start(
      int port, List<Service> services, Faults faults, CallListener listener) {
    var wireMock = new WireMockServer(tuned(port, new Dispatch(services, faults, listener)));
    try {
      wireMock.start();
    } catch (FatalStartupException startup) {
      throw explained(port, startup);
    }
    wireMock.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(404)));
    return new MockServer(wireMock);
  }

  /** The port it listens on. */
  public int port() {
    return wireMock.port();
  }

  /** Base URL of all services, such as {@code http://127.0.0.1:8080}. */
  public URI url() {
    return URI.create("http://" + HOST + ":" + port());
  }

  /** Base URL of a service, such as {@code http://127.0.0.1:8080/slack}. */
  public URI url(Service service) {
    return URI.create(url() + service.prefix());
  }

  @Override
  public void close() {
    wireMock.stop();
  }

  private static WireMockConfiguration tuned(int port, Dispatch dispatch) {
    return WireMockConfiguration.options()
        .bindAddress(HOST)
        .port(port)
        .extensions(dispatch)
        .httpServerFactory(new RawBodyServer(dispatch::bodyLimit))
        .disableRequestJournal()
        .stubRequestLoggingDisabled(true)
        .templatingEnabled(false)
        .gzipDisabled(true)
        .http2PlainDisabled(true)
        .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
        .jettyAcceptors(1)
        .jettyAcceptQueueSize(ACCEPT_QUEUE)
        .containerThreads(CONTAINER_THREADS)
        // Otherwise each delayed answer holds a container thread.
        .asynchronousResponseEnabled(true)
        .asynchronousResponseThreads(DELAY_THREADS)
        // Its own API can stop the server and replace the mapping: nobody may use it.
        .adminAuthenticator(request -> false)
        .mappingSource(new NoMappings())
        .notifier(new Quiet());
  }

  private static RuntimeException explained(int port, FatalStartupException startup) {
    for (Throwable cause = startup; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException bind) {
        var said = "port " + port + " of " + HOST + " is taken: end what listens there, or use 0";
        var named = new BindException(said);
        named.initCause(bind);
        return new UncheckedIOException(said, named);
      }
    }
    return startup;
  }

  /** WireMock would tell of every request; what matters goes to the {@link CallListener}. */
  private static final class Quiet implements Notifier {
    @Override
    public void info(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Throwable why) {}
  }
}
