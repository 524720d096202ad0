package gameday.bench;

import com.sun.net.httpserver.HttpServer;
import gameday.cli.Main;
import gameday.contract.EventFile;
import gameday.pipeline.server.AnsweringServer;
import gameday.process.AnswerRoute;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.Mention;
import gameday.process.Profile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server for signed webhooks in a JVM of its own, and an outside world with nothing to tell. */
final class ServedPipeline implements AutoCloseable {
  static final String SECRET = "a webhook secret";

  private static final byte[] NOTHING =
      "{\"ok\":true,\"messages\":[],\"payload\":[],\"data\":{\"payload\":[]}}"
          .getBytes(StandardCharsets.UTF_8);

  private final Kind kind;
  private final Process process;
  private final HttpServer outside;
  private final String base;

  private ServedPipeline(Kind kind, Process process, HttpServer outside, String base) {
    this.kind = kind;
    this.process = process;
    this.outside = outside;
    this.base = base;
  }

  /** What serves. */
  enum Kind {
    /** The reference pipeline: every webhook is committed before it is acknowledged. */
    PIPELINE(Main.class, "pipeline"),
    /** The same server, which checks signature and JSON, and forgets. */
    ANSWERING(AnsweringServer.class);

    private final List<String> words;

    Kind(Class<?> program, String... arguments) {
      this.words = Stream.concat(Stream.of(program.getName()), Stream.of(arguments)).toList();
    }
  }

  static ServedPipeline start(Kind kind, Path folder) throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder);
    HttpServer outside =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, NOTHING.length);
          exchange.getResponseBody().write(NOTHING);
          exchange.close();
        });
    outside.start();
    int port = freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(kind.words);
    ProcessBuilder program =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(own.resolve("log").toFile());
    program.environment().putAll(environment(own, outside.getAddress().getPort(), port));
    ServedPipeline served =
        new ServedPipeline(kind, program.start(), outside, "http://127.0.0.1:" + port);
    served.awaitHealth(own.resolve("log"));
    return served;
  }

  private static Map<String, String> environment(Path own, int outside, int port)
      throws IOException {
    Path event = own.resolve("event.json");
    new EventFile(
            new EventFile.Event("Busy", "https://busy.example", "busy"),
            List.of(),
            new EscalationProcess(
                Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT, Deadlines.DEFAULT),
            new Mention.Here(),
            "S1",
            List.of())
        .write(event);
    String url = "http://127.0.0.1:" + outside;
    return Map.ofEntries(
        Map.entry("PORT", Integer.toString(port)),
        Map.entry("SLACK_API_URL", url + "/api/"),
        Map.entry("SLACK_BOT_TOKEN", "xoxb-1"),
        Map.entry("SLACK_SIGNING_SECRET", "a signing secret"),
        Map.entry("SLACK_CHANNEL", "C1"),
        Map.entry("HELP_CHAT_PROVIDER", "chatwoot"),
        Map.entry("HELP_CHAT_URL", url),
        Map.entry("HELP_CHAT_TOKEN", "token"),
        Map.entry("HELP_CHAT_ACCOUNT", "1"),
        Map.entry("HELP_CHAT_WEBHOOK_SECRET", SECRET),
        Map.entry("MOD_CHAT_URL", url),
        Map.entry("MOD_CHAT_TOKEN", "token"),
        Map.entry("MOD_CHAT_WEBHOOK_SECRET", "another secret"),
        Map.entry("GAMEDAY_EVENT", event.toString()),
        Map.entry("GAMEDAY_STATE_DIR", own.resolve("state").toString()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void awaitHealth(Path log) throws IOException, InterruptedException {
    HttpRequest health = HttpRequest.newBuilder(URI.create(base + "/health")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int looks = 0; looks < 600 && process.isAlive(); looks++) {
        try {
          if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException notYet) {
          TimeUnit.MILLISECONDS.sleep(50);
        }
      }
    }
    close();
    throw new IOException("not healthy: " + Files.readString(log));
  }

  Kind kind() {
    return kind;
  }

  /** Where its help chat's webhooks go. */
  String url() {
    return base + "/webhooks/help-chat";
  }

  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    outside.stop(0);
    process.destroy();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException gone) {
      process.destroyForcibly();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
