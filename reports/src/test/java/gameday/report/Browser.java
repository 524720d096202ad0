package gameday.report;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium that is typed into, by its DevTools protocol. */
final class Browser implements AutoCloseable {
  static final List<String> OPTIONS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // Nothing but loopback has an address, whatever a page or the browser asks for.
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private WebSocket tab;
  private int calls;

  private Browser(Process process) {
    this.process = process;
  }

  /** The program; the test is skipped where there is none. */
  static Path program() {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(
                place ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(place, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "no Chromium on PATH");
    return found.get();
  }

  static Browser open(Path page, Path profile) throws Exception {
    List<String> command =
        Stream.of(
                Stream.of(program().toString()),
                OPTIONS.stream(),
                Stream.of(
                    "--user-data-dir=" + profile, "--remote-debugging-port=0", page.toUri() + ""))
            .flatMap(part -> part)
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Browser browser = new Browser(process);
    try {
      browser.attach();
      return browser;
    } catch (Exception | AssertionError e) {
      browser.close();
      throw e;
    }
  }

  private void attach() throws Exception {
    BufferedReader log = process.inputReader();
    String line = log.readLine();
    while (line != null && !line.contains("DevTools listening on ws://")) {
      line = log.readLine();
    }
    assertTrue(line != null, "the browser ended without a word");
    String host = line.replaceFirst(".*ws://([^/]*)/.*", "$1");
    JsonNode tabs =
        JSON.readTree(
            http.send(
                    HttpRequest.newBuilder(URI.create("http://" + host + "/json/list")).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body());
    String address = "";
    for (JsonNode each : tabs) {
      if (each.path("type").asText().equals("page")) {
        address = each.path("webSocketDebuggerUrl").asText();
      }
    }
    tab =
        http.newWebSocketBuilder()
            .buildAsync(URI.create(address), new Ear())
            .get(10, TimeUnit.SECONDS);
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        answers.add(message.toString());
        message.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  /** What a script's expression comes to, in the page. */
  JsonNode ask(String expression) throws Exception {
    ObjectNode asked = JSON.createObjectNode().put("expression", expression);
    return call("Runtime.evaluate", asked.put("returnByValue", true)).at("/result/result/value");
  }

  /** Shows the page as wide as a phone does. */
  void narrow(int width) throws Exception {
    ObjectNode metrics = JSON.createObjectNode().put("width", width).put("height", 800);
    call(
        "Emulation.setDeviceMetricsOverride",
        metrics.put("deviceScaleFactor", 1).put("mobile", true));
    // The page takes the width up when it is next drawn; until then it is a desktop's.
    String taken =
        """
        new Promise(done => {
          const look = () => innerWidth === %d ? done(true) : requestAnimationFrame(look);
          look();
        })
        """;
    ObjectNode asked = JSON.createObjectNode().put("expression", taken.formatted(width));
    call("Runtime.evaluate", asked.put("awaitPromise", true));
  }

  /** Presses a key as a person does. */
  void press(String key, int code) throws Exception {
    for (String kind : List.of("keyDown", "keyUp")) {
      ObjectNode typed = JSON.createObjectNode().put("type", kind).put("key", key).put("code", key);
      typed.put("windowsVirtualKeyCode", code);
      if (key.equals("Enter") && kind.equals("keyDown")) {
        typed.put("text", "\r");
      }
      call("Input.dispatchKeyEvent", typed);
    }
  }

  private JsonNode call(String method, ObjectNode parameters) throws Exception {
    int id = ++calls;
    ObjectNode request = JSON.createObjectNode().put("id", id).put("method", method);
    request.set("params", parameters);
    tab.sendText(request.toString(), true).get(10, TimeUnit.SECONDS);
    while (true) {
      String answer = answers.poll(20, TimeUnit.SECONDS);
      assertTrue(answer != null, "the browser did not answer within 20 s");
      JsonNode read = JSON.readTree(answer);
      if (read.path("id").asInt() == id) {
        return read;
      }
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
