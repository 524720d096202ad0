package gameday.mocks.helpchat.smartloop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where the bot's web chat is shown, as the pipeline tells; at most 100 hosts. */
final class Hosts {
  private static final int MAX_HOSTS = 100;
  private static final int MAX_LENGTH = 255;

  private final Set<String> hosts = new LinkedHashSet<>();

  /** False if it is no host name, or one too many. */
  synchronized boolean add(String host) {
    boolean fits = !host.isBlank() && host.length() <= MAX_LENGTH;
    if (!fits || (hosts.size() >= MAX_HOSTS && !hosts.contains(host))) {
      return false;
    }
    hosts.add(host);
    return true;
  }

  synchronized List<String> all() {
    return List.copyOf(hosts);
  }
}
