package gameday.mocks.http;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.NetworkAddressRules;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import gameday.mocks.faults.Faults;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;

/**
 * All mocked products on one port.
 *
 * <p>It keeps nothing per request: WireMock's journal is off, and what has state is answered in
 * code, because WireMock's time grows with the number of mappings. What is static is a stub file
 * under {@code mocks/stubs}, and a user's folder comes before everything.
 */
public final class MockServer implements AutoCloseable {
  /** The largest body taken, in bytes; more is answered 413. */
  public static final int BODY_LIMIT = 1 << 20;

  private static final int CONTAINER_THREADS = 64;
  private static final int ACCEPT_QUEUE = 4_096;
  private static final int DELAY_THREADS = 4;

  private final WireMockServer wireMock;
  private final String host;

  private MockServer(WireMockServer wireMock, String host) {
    this.wireMock = wireMock;
    this.host = host;
  }

  /**
   * Starts to answer on loopback.
   *
   * @param port 0 for any free one
   * @param services each with a prefix of its own
   * @param faults played on calls of the pipeline only
   * @throws UncheckedIOException naming the port, if somebody else listens there
   */
  public static MockServer start(
      int port, List<Service> services, Faults faults, CallListener listener) {
    return start(ServerSettings.onPort(port), services, faults, listener);
  }

  /**
   * Starts to answer.
   *
   * @param services each with a prefix of its own
   * @param faults played on calls of the pipeline only
   * @throws UncheckedIOException naming the port, if somebody else listens there
   * @throws IllegalArgumentException with everything that is wrong with the user's stubs
   */
  public static MockServer start(
      ServerSettings settings, List<Service> services, Faults faults, CallListener listener) {
    var reception = new Reception(services, listener);
    var stubs = new Stubs(settings.stubs());
    var options =
        tuned(settings)
            .fileSource(stubs.files())
            .extensions(new Dispatch(reception, faults, listener))
            .httpServerFactory(
                new LaneServer(new ExpressLane(reception, faults, stubs.mayOverride())));
    var wireMock = new WireMockServer(options);
    try {
      wireMock.start();
    } catch (FatalStartupException startup) {
      throw explained(settings, startup);
    }
    stubs.teach(wireMock, reception);
    return new MockServer(wireMock, settings.host());
  }

  /** The port it listens on. */
  public int port() {
    return wireMock.port();
  }

  /** Base URL of all services, such as {@code http://127.0.0.1:8080}. */
  public URI url() {
    return URI.create("http://" + named(host) + ":" + port());
  }

  /** Base URL of a service, such as {@code http://127.0.0.1:8080/slack}. */
  public URI url(Service service) {
    return URI.create(url() + service.prefix());
  }

  @Override
  public void close() {
    wireMock.stop();
  }

  /** What a caller on this machine writes for the address that is listened on. */
  private static String named(String host) {
    if (host.equals("0.0.0.0") || host.equals("::")) {
      return ServerSettings.LOOPBACK;
    }
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  private static WireMockConfiguration tuned(ServerSettings settings) {
    return WireMockConfiguration.options()
        .bindAddress(settings.host())
        .port(settings.port())
        .disableRequestJournal()
        .stubRequestLoggingDisabled(true)
        // Only for stubs that ask for it.
        .templatingEnabled(true)
        .globalTemplating(false)
        // A user's stub may pass calls on, but not away from this machine.
        .limitProxyTargets(NetworkAddressRules.builder().allow(ServerSettings.LOOPBACK).build())
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

  private static RuntimeException explained(
      ServerSettings settings, FatalStartupException startup) {
    for (Throwable cause = startup; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException bind) {
        var said =
            "port %d of %s can't be had (%s): end what listens there, or use port 0"
                .formatted(settings.port(), settings.host(), bind.getMessage());
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
