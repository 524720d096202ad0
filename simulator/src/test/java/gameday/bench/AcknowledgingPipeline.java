package gameday.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pipeline, as a program, that acknowledges everything and does nothing: what to compare with.
 */
final class AcknowledgingPipeline {
  private static final Pattern CHALLENGE = Pattern.compile("\"challenge\"\\s*:\\s*\"(\\w+)\"");

  private AcknowledgingPipeline() {}

  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(System.getenv("PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", AcknowledgingPipeline::acknowledge);
    server.start();
  }

  private static void acknowledge(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher challenge = CHALLENGE.matcher(body);
    byte[] answer = (challenge.find() ? challenge.group(1) : "ok").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      out.write(answer);
    }
  }
}
