package gameday.bench;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import gameday.live.OpenStage;
import gameday.mocks.MockSettings;
import gameday.scenario.Scenario;
import gameday.script.ScriptDraw;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that answers {@code chat.postMessage}, one way or another: prints base URL, token and
 * channel, then, for each line it is sent, how much heap is used after a collection, in KiB. Ends
 * with its input.
 */
final class MockedSlack {
  /** Limits that count, and never refuse. */
  private static final List<String> ABOVE_ALL_LIMITS =
      List.of(
          "chat.postMessage = 999999/min burst 999999",
          "chat.postMessage.channel = 999999/min burst 999999");

  private static final int SPEED = 60;

  private static final String METHOD = "/slack/api/chat.postMessage";

  private MockedSlack() {}

  /** Which Slack. */
  enum Kind {
    /** WireMock as it comes, with one static stub. */
    WIREMOCK,
    /** WireMock as tuned as it can be, with one static stub. */
    WIREMOCK_TUNED,
    /** Our mocks, with state, limits and recording. */
    GAMEDAY
  }

  /**
   * Starts it.
   *
   * @param arguments the kind, and the folder to record in
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    out.println(
        switch (Kind.valueOf(arguments[0])) {
          case WIREMOCK -> wireMock(WireMockConfiguration.options());
          case WIREMOCK_TUNED -> wireMock(tuned());
          case GAMEDAY -> gameday(Path.of(arguments[1]));
        });
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (in.readLine() != null) {
      System.gc();
      out.println(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_024);
    }
    System.exit(0);
  }

  private static String wireMock(WireMockConfiguration options) {
    WireMockServer server = new WireMockServer(options.bindAddress("127.0.0.1").dynamicPort());
    server.start();
    server.stubFor(
        any(urlPathEqualTo(METHOD))
            .willReturn(
                okJson(
                    "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.1\",\"message\":"
                        + "{\"type\":\"message\",\"text\":\"hello\",\"ts\":\"1.1\"}}")));
    return "http://127.0.0.1:" + server.port() + METHOD + " token C1";
  }

  private static WireMockConfiguration tuned() {
    return WireMockConfiguration.options()
        .disableRequestJournal()
        .stubRequestLoggingDisabled(true)
        .templatingEnabled(false)
        .gzipDisabled(true)
        .http2PlainDisabled(true)
        .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
        .jettyAcceptors(1)
        .jettyAcceptQueueSize(4_096);
  }

  private static String gameday(Path folder) throws IOException {
    Scenario scenario = BusyEvent.at(1, 1, 0);
    OpenStage stage =
        OpenStage.open(
            scenario,
            ScriptDraw.draw(scenario),
            MockSettings.standard()
                .speed(SPEED)
                .rateLimits(Files.write(folder.resolve("limits.properties"), ABOVE_ALL_LIMITS)),
            folder);
    Map<String, String> known = stage.environment();
    return URI.create(known.get("SLACK_API_URL")).resolve("chat.postMessage").toString()
        + " "
        + known.get("SLACK_BOT_TOKEN")
        + " "
        + known.get("SLACK_CHANNEL");
  }
}
