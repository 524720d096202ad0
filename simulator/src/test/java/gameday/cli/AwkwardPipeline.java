package gameday.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pipeline, as a program, that is healthy and otherwise of little use; unless it refuses
 * everything, it answers Slack's challenge.
 */
final class AwkwardPipeline {
  private static final int WEBHOOKS_OF_A_SHORT_LIFE = 12;

  private static final Pattern CHALLENGE = Pattern.compile("\"challenge\"\\s*:\\s*\"(\\w+)\"");

  private AwkwardPipeline() {}

  /** The command that starts one, in a JVM that starts fast. */
  static String command(Habit habit) {
    return command(habit, "well");
  }

  /** The same for one that answers {@code GET /health} with that text. */
  static String command(Habit habit, String health) {
    return "'%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -cp '%s' %s %s '%s'"
        .formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            Program.here(AwkwardPipeline.class),
            AwkwardPipeline.class.getName(),
            habit,
            health);
  }

  /** What is wrong with it. */
  enum Habit {
    /** Answers 500. */
    REFUSES,
    /** Accepts connections, reads, and never answers. */
    HANGS,
    /** Answers 200, does nothing, and breaks off after a dozen webhooks. */
    DIES,
    /** Answers 200 and does nothing. */
    SHIRKS,
    /** The same, but once it was started again it claims to know everything. */
    BOASTS
  }

  public static void main(String[] arguments) throws IOException {
    Habit habit = Habit.valueOf(arguments[0]);
    int port = Integer.parseInt(System.getenv("PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    AtomicInteger webhooks = new AtomicInteger();
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    Path mark = Path.of(System.getenv("GAMEDAY_STATE_DIR"), "mark");
    String health = habit == Habit.BOASTS && Files.exists(mark) ? "{}" : arguments[1];
    Files.writeString(mark, "started");
    server.createContext("/health", exchange -> answer(exchange, 200, health));
    server.createContext("/", exchange -> behave(habit, exchange, webhooks.incrementAndGet()));
    server.start();
  }

  private static void behave(Habit habit, HttpExchange exchange, int webhook) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher challenge = CHALLENGE.matcher(body);
    if (habit != Habit.REFUSES && challenge.find()) {
      answer(exchange, 200, challenge.group(1));
      return;
    }
    switch (habit) {
      case REFUSES -> answer(exchange, 500, "no");
      case HANGS -> hang();
      case DIES -> {
        if (webhook >= WEBHOOKS_OF_A_SHORT_LIFE) {
          Runtime.getRuntime().halt(9);
        }
        answer(exchange, 200, "yes");
      }
      case SHIRKS, BOASTS -> answer(exchange, 200, "yes");
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}
