package gameday.mocks.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the mocks listen, and which answers a user wants to be others.
 *
 * @param host address to listen on, such as {@code 127.0.0.1}
 * @param port 0 for any free one
 * @param stubs a folder with {@code mappings/} and {@code __files/} as WireMock reads them; what
 *     matches there comes before everything else
 */
public record ServerSettings(String host, int port, Optional<Path> stubs) {
  /** Only programs on this machine reach it. */
  public static final String LOOPBACK = "127.0.0.1";

  /** Loopback, that port, no stubs but our own. */
  public static ServerSettings onPort(int port) {
    return new ServerSettings(LOOPBACK, port, Optional.empty());
  }
}
