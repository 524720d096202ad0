package gameday.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a real browser shows it; needs a Chromium on PATH. */
class ReportInBrowserTest {
  @TempDir private Path folder;

  /** Where a smuggled element would call. */
  private HttpServer outside;

  private final AtomicInteger calls = new AtomicInteger();

  @BeforeEach
  void open() throws IOException {
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    outside.start();
  }

  @AfterEach
  void close() {
    outside.stop(0);
  }

  private String hostile() {
    return "</script><script>document.title='taken'</script><img src=http://127.0.0.1:%d/x>"
        .formatted(outside.getAddress().getPort());
  }

  /** What a browser made of a page. */
  private record Shown(Document page, String log) {}

  @Test
  void hostileTextStaysTextAfterTheScriptRan() throws Exception {
    Shown shown = show(SampleRun.of(hostile()), "");

    Document page = shown.page();
    assertAll(
        () -> assertEquals(1, page.select("#rows tr").size(), "the script filled the table"),
        () -> assertEquals(hostile(), page.select("#rows td").get(2).text()),
        () -> assertTrue(page.title().startsWith("Not proven: "), page::title),
        () -> assertTrue(page.select("img, iframe, object, link").isEmpty()),
        () -> assertEquals(2, page.select("script").size()),
        () -> assertEquals(0, calls.get(), "somebody was called"),
        () -> assertQuiet(shown.log()));
  }

  @Test
  void anAddressFiltersTheQuestions() throws Exception {
    Shown shown = show(SampleRun.day(300), "#q=lindqvist&end=still%20open");

    Document page = shown.page();
    List<String> askers = page.select("#rows td:nth-child(3)").eachText();
    List<String> ends =
        page.select("#rows td:nth-child(8)").eachText().stream().distinct().toList();
    assertFalse(askers.isEmpty());
    assertEquals(List.of("Bo Lindqvist"), askers.stream().distinct().toList());
    assertEquals(List.of("still open"), ends);
    assertTrue(page.getElementById("shown").text().endsWith("that match"));
    assertQuiet(shown.log());
  }

  /** A browser's log of a page that works and was forbidden nothing. */
  private static void assertQuiet(String log) {
    assertFalse(log.contains("CONSOLE"), log);
    assertFalse(log.contains("Content Security Policy"), log);
  }

  @Test
  void aPageThatFailsOrCallsSomebodyIsNoticed() throws Exception {
    String planted = "<!DOCTYPE html>" + hostile() + "<script>throw 7</script>";

    Shown shown = show(planted, "");

    assertEquals("taken", shown.page().title());
    assertEquals(1, calls.get());
    assertTrue(shown.log().contains("CONSOLE"), shown.log());
  }

  private Shown show(RunReport report, String address) throws Exception {
    return show(RunFiles.page(report), address);
  }

  private Shown show(String html, String address) throws Exception {
    Path page = Files.writeString(folder.resolve("report.html"), html);
    Path dom = folder.resolve("dom.html");
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                Stream.of(
                        Stream.of(Browser.program().toString()),
                        Browser.OPTIONS.stream(),
                        Stream.of(
                            "--user-data-dir=" + folder.resolve("profile"),
                            "--enable-logging=stderr",
                            "--v=0",
                            "--dump-dom",
                            page.toUri() + address))
                    .flatMap(part -> part)
                    .toList())
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the browser did not end within 60 s");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), () -> read(log));
    return new Shown(Jsoup.parse(Files.readString(dom)), Files.readString(log));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
