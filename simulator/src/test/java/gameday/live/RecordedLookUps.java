package gameday.live;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The resolver of every test's JVM: notes the names that are looked up, and knows none but this
 * machine's. Whoever wants to call out is seen, and does not get out. Public, and named in {@code
 * META-INF/services}, because the JDK makes it.
 */
public final class RecordedLookUps extends InetAddressResolverProvider {
  private static final List<String> NAMES = new CopyOnWriteArrayList<>();

  /** Names other than this machine's that were looked up in this JVM, in order. */
  static List<String> names() {
    return List.copyOf(NAMES);
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return new Recording(configuration.builtinResolver(), configuration.lookupLocalHostName());
  }

  @Override
  public String name() {
    return "recorded look-ups";
  }

  private record Recording(InetAddressResolver real, String here) implements InetAddressResolver {
    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
        throws UnknownHostException {
      if (host.equals("localhost") || host.equals(here)) {
        return real.lookupByName(host, policy);
      }
      NAMES.add(host);
      throw new UnknownHostException(host + ": tests look up nobody");
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      InetAddress asked = InetAddress.getByAddress(address);
      if (asked.isLoopbackAddress() || asked.isAnyLocalAddress()) {
        return real.lookupByAddress(address);
      }
      NAMES.add(asked.getHostAddress());
      throw new UnknownHostException(asked.getHostAddress() + ": tests look up nobody");
    }
  }
}
