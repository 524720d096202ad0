package gameday.pipeline.products;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSourceTest {
  private static final byte[] BYTES = {1, 2, 3};

  private final WireMockServer chat =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final WireMockServer inner =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private FileSource source;

  @BeforeEach
  void start() {
    chat.start();
    inner.start();
    source = new FileSource(at(chat, "/chat"), List.of("storage.example"));
  }

  @AfterEach
  void stop() {
    chat.stop();
    inner.stop();
  }

  private static String at(WireMockServer server, String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  private void redirects(String from, String to) {
    chat.stubFor(get(from).willReturn(aResponse().withStatus(302).withHeader("Location", to)));
  }

  private String refusal(String address) {
    return assertThrows(IOException.class, () -> source.fetch(address)).getMessage();
  }

  @Test
  void fetchesFromTheChatItselfAndWhereItRedirectsWithinItself() throws Exception {
    redirects("/blob", "/storage/a.png");
    chat.stubFor(get("/storage/a.png").willReturn(aResponse().withBody(BYTES)));

    assertArrayEquals(BYTES, source.fetch(at(chat, "/blob")));
  }

  @Test
  void goesNowhereElse() {
    inner.stubFor(get("/a.png").willReturn(aResponse().withBody(BYTES)));

    assertEquals("not an address of the help chat", refusal(at(inner, "/a.png")));
    assertEquals("not an address of the help chat", refusal("http://a.storage.example/a.png"));
    assertEquals("not an address of the help chat", refusal("https://storage.example.evil/a"));
    assertEquals("not an address of the help chat", refusal("file:///etc/passwd"));
    assertEquals("not an address of the help chat", refusal("\u0000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.7/",
        "http://[::1]/",
        "http://[fd00::1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://localhost/"
      })
  void isNotLedIntoAnInnerNetwork(String inside) {
    redirects("/blob", inside);

    assertEquals("redirected into an inner network", refusal(at(chat, "/blob")));
  }

  @Test
  void isNotLedToAnotherPortOfTheChatsMachine() {
    inner.stubFor(get("/a.png").willReturn(aResponse().withBody(BYTES)));
    redirects("/blob", at(inner, "/a.png"));

    assertEquals("redirected into an inner network", refusal(at(chat, "/blob")));
    assertTrue(inner.getAllServeEvents().isEmpty());
  }

  @Test
  void isNotLedToAnotherProtocolOrInCircles() {
    redirects("/file", "file:///etc/passwd");
    redirects("/round", "/round");

    assertEquals("redirected to no address", refusal(at(chat, "/file")));
    assertEquals("redirected too often", refusal(at(chat, "/round")));
  }

  @Test
  void takesNoMoreThanAScreenshotAndNoLess() throws Exception {
    chat.stubFor(get("/huge").willReturn(aResponse().withBody(new byte[(10 << 20) + 1])));
    chat.stubFor(get("/large").willReturn(aResponse().withBody(new byte[10 << 20])));
    chat.stubFor(get("/empty").willReturn(aResponse()));
    chat.stubFor(get("/gone").willReturn(aResponse().withStatus(404).withBody("sorry")));

    assertEquals(10 << 20, source.fetch(at(chat, "/large")).length);
    assertEquals("empty or too large", refusal(at(chat, "/huge")));
    assertEquals("empty or too large", refusal(at(chat, "/empty")));
    assertEquals("HTTP 404", refusal(at(chat, "/gone")));
  }

  @Test
  void tellsAnInnerNetworkFromTheWorld() throws Exception {
    for (String inside :
        List.of(
            "127.0.0.1",
            "192.168.1.1",
            "172.16.0.1",
            "100.64.0.1",
            "::1",
            "fe80::1",
            "fc00::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "224.0.0.1",
            "255.255.255.255")) {
      assertFalse(FileSource.isPublic(InetAddress.getByName(inside)), inside);
    }
    for (String outside : List.of("93.184.216.34", "100.128.0.1", "2606:2800:220:1::1")) {
      assertTrue(FileSource.isPublic(InetAddress.getByName(outside)), outside);
    }
  }
}
