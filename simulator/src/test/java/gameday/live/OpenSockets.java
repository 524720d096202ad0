package gameday.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Watches the sockets of this process, as Linux tells them, and notes every remote address that
 * isn't loopback, whichever way the socket was made.
 */
final class OpenSockets implements AutoCloseable {
  private static final Path PROC = Path.of("/proc/self");
  private static final long LOOK_MILLIS = 10;

  private final Set<String> strangers = new ConcurrentSkipListSet<>();
  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

  private OpenSockets() {}

  static boolean canBeWatched() {
    return Files.isReadable(PROC.resolve("net/tcp"));
  }

  static OpenSockets watch() {
    OpenSockets sockets = new OpenSockets();
    sockets.looking.scheduleAtFixedRate(sockets::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return sockets;
  }

  /** Remote addresses other than loopback, of this process's sockets, seen until now. */
  Set<String> strangers() {
    look();
    return Set.copyOf(strangers);
  }

  private void look() {
    try {
      Set<String> ours = ourInodes();
      for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
        Path file = PROC.resolve("net").resolve(table);
        if (Files.exists(file)) {
          strangers.addAll(strangers(Files.readAllLines(file), ours));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> ourInodes() throws IOException {
    Set<String> inodes = new HashSet<>();
    try (DirectoryStream<Path> open = Files.newDirectoryStream(PROC.resolve("fd"))) {
      for (Path descriptor : open) {
        try {
          String to = Files.readSymbolicLink(descriptor).toString();
          if (to.startsWith("socket:[")) {
            inodes.add(to.substring("socket:[".length(), to.length() - 1));
          }
        } catch (NoSuchFileException closedMeanwhile) {
          continue;
        }
      }
    }
    return inodes;
  }

  /** Strangers in one of Linux's socket tables: a line of headings, then a line a socket. */
  static Set<String> strangers(List<String> table, Set<String> inodes) throws IOException {
    Set<String> strangers = new TreeSet<>();
    for (String line : table.subList(1, table.size())) {
      String[] columns = line.strip().split("\\s+");
      InetAddress remote = address(columns[2].substring(0, columns[2].indexOf(':')));
      if (inodes.contains(columns[9])
          && !remote.isLoopbackAddress()
          && !remote.isAnyLocalAddress()) {
        strangers.add(remote.getHostAddress());
      }
    }
    return strangers;
  }

  /** Addresses stand there as words of four bytes, the lowest byte first. */
  private static InetAddress address(String hex) throws UnknownHostException {
    byte[] words = HexFormat.of().parseHex(hex);
    List<Byte> bytes = new ArrayList<>();
    for (int word = 0; word < words.length; word += 4) {
      for (int at = 3; at >= 0; at--) {
        bytes.add(words[word + at]);
      }
    }
    byte[] address = new byte[bytes.size()];
    for (int at = 0; at < address.length; at++) {
      address[at] = bytes.get(at);
    }
    return InetAddress.getByAddress(address);
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
