package gameday.pipeline.products;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Fetches files that askers sent. An address comes from outside, so only the help chat itself is
 * asked, and whomever it redirects to, provided that is no machine of an inner network. No token
 * goes with it, and no more is read than a screenshot has.
 */
public final class FileSource {
  static final int MOST_BYTES = 10 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int HOPS = 4;

  private final Optional<HttpUrl> chat;
  private final List<String> storages;
  private final OkHttpClient client;

  /**
   * @param chat the help chat's own address
   * @param storages domains of the product's that keep its files
   */
  public FileSource(String chat, List<String> storages) {
    this.chat = Optional.ofNullable(HttpUrl.parse(chat));
    this.storages = List.copyOf(storages);
    this.client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            // Where it was looked up is where it is asked: a name can't mean another machine then.
            .dns(this::addresses)
            .build();
  }

  /**
   * The file's bytes, at least one.
   *
   * @throws IOException if it can't be had, or may not
   */
  byte[] fetch(String address) throws IOException, InterruptedException {
    try {
      return follow(address);
    } catch (InterruptedIOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      throw e;
    }
  }

  private byte[] follow(String address) throws IOException {
    long endNanos = System.nanoTime() + PATIENCE.toNanos();
    HttpUrl url = HttpUrl.parse(address);
    if (url == null || !isChats(url) && !isStorages(url)) {
      throw new IOException("not an address of the help chat");
    }
    for (int hop = 0; hop < HOPS; hop++) {
      long left = Math.max(1_000_000, endNanos - System.nanoTime());
      OkHttpClient timed = client.newBuilder().callTimeout(Duration.ofNanos(left)).build();
      try (Response response = timed.newCall(new Request.Builder().url(url).build()).execute()) {
        if (!response.isRedirect()) {
          return body(response);
        }
        HttpUrl next = url.resolve(String.valueOf(response.header("Location")));
        if (next == null || url.isHttps() && !next.isHttps()) {
          throw new IOException("redirected to no address");
        }
        url = checked(next);
      }
    }
    throw new IOException("redirected too often");
  }

  private static byte[] body(Response response) throws IOException {
    if (response.code() != 200) {
      throw new IOException("HTTP " + response.code());
    }
    try (InputStream stream = response.body().byteStream()) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length == 0 || bytes.length > MOST_BYTES) {
        throw new IOException("empty or too large");
      }
      return bytes;
    }
  }

  private boolean isChats(HttpUrl url) {
    return chat.filter(own -> own.host().equals(url.host()) && own.port() == url.port())
        .isPresent();
  }

  private boolean isStorages(HttpUrl url) {
    return url.isHttps() && storages.stream().anyMatch(domain -> url.host().endsWith("." + domain));
  }

  /** Where the chat leads us: to itself, or out of the house. */
  private HttpUrl checked(HttpUrl next) throws IOException {
    if (!isChats(next) && !isPublic(InetAddress.getAllByName(next.host()))) {
      throw new IOException("redirected into an inner network");
    }
    return next;
  }

  private List<InetAddress> addresses(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    boolean isChats = chat.filter(own -> own.host().equals(host)).isPresent();
    if (!isChats && !isPublic(addresses)) {
      throw new UnknownHostException(host + " is in an inner network");
    }
    return List.of(addresses);
  }

  private static boolean isPublic(InetAddress... addresses) {
    return Arrays.stream(addresses).allMatch(FileSource::isPublic);
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean named =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    boolean reserved =
        bytes.length == 4
            ? first == 0
                || first >= 240
                || first == 100 && (second & 0xc0) == 64
                || first == 198 && (second & 0xfe) == 18
                || first == 192 && second == 0 && bytes[2] == 0
            : (first & 0xfe) == 0xfc || first < 0x20;
    return !named && !reserved;
  }
}
