package gameday.mocks.console;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gameday.mocks.MockSettings;
import gameday.mocks.Mocks;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a real browser shows it; needs a Chromium on PATH. */
class ConsoleInBrowserTest {
  private static final String HOSTILE =
      "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='x'\">";

  @TempDir private Path folder;

  private final Mocks mocks =
      Mocks.start(MockSettings.standard().admin("a-token-that-nobody-guesses"));

  @AfterEach
  void stop() {
    mocks.close();
  }

  @Test
  void showsWhatPeopleWroteAsText() throws Exception {
    String channel = mocks.slack().createChannel("event-summit");
    String cora = mocks.slack().addPerson("Cora " + HOSTILE, "cora@example.com");
    Optional<String> parent = mocks.slack().post(cora, channel, HOSTILE, Optional.empty());
    mocks.slack().post(cora, channel, "in the thread", parent);

    Shown shown = show(mocks.page().orElseThrow());

    Document page = shown.page();
    assertAll(
        () -> assertEquals("live", page.getElementById("status").text(), shown::log),
        () -> assertEquals(HOSTILE, page.select("#messages > .message > .text").text()),
        () -> assertEquals("in the thread", page.select(".thread .text").text()),
        () -> assertEquals("Gameday mocks", page.title()),
        () -> assertTrue(page.select("img, iframe").isEmpty()),
        () -> assertFalse(shown.log().contains("CONSOLE"), shown.log()));
  }

  @Test
  void saysWhatIsMissingWithoutTheToken() throws Exception {
    Shown shown = show(URI.create(mocks.url() + "/gameday/"));

    String status = shown.page().getElementById("status").text();
    assertTrue(status.endsWith("it ends in #token=…"), status);
  }

  /** What a browser made of a page, and what it logged. */
  private record Shown(Document page, String log) {}

  private Shown show(URI address) throws Exception {
    Optional<Path> browser = browser();
    assumeTrue(browser.isPresent(), "no Chromium on PATH");
    Path dom = folder.resolve("dom.html");
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                browser.get().toString(),
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
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--v=0",
                "--virtual-time-budget=3000",
                "--dump-dom",
                address.toString())
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the browser did not end within 60 s");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Shown(Jsoup.parse(Files.readString(dom)), Files.readString(log));
  }

  private static Optional<Path> browser() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(
            place ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
