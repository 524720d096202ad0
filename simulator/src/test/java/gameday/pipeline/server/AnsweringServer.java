package gameday.pipeline.server;

import gameday.contract.PipelinePath;
import gameday.pipeline.products.ChatwootInbound;
import gameday.pipeline.products.Inbound;
import gameday.pipeline.products.Seal;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The pipeline's server without a pipeline, as a program: checks the signature, reads the JSON, and
 * answers. What it does more than this is what storing costs.
 */
public final class AnsweringServer {
  private AnsweringServer() {}

  /** Listens on {@code PORT} until its input ends. */
  public static void main(String[] arguments) throws IOException {
    ChatwootInbound chatwoot = new ChatwootInbound();
    Inbound forgetful =
        body -> {
          chatwoot.read(body);
          return List.of();
        };
    WebServer web =
        WebServer.builder()
            .host("127.0.0.1")
            .port(Integer.parseInt(System.getenv("PORT")))
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofMillis(100))
            .routing(
                routing ->
                    routing
                        .get(PipelinePath.HEALTH, (request, response) -> response.send("up"))
                        .post(
                            PipelinePath.HELP_CHAT,
                            new Entrance(
                                "help-chat",
                                Seal.CHATWOOT,
                                System.getenv("HELP_CHAT_WEBHOOK_SECRET"),
                                forgetful,
                                null,
                                () -> {})))
            .build()
            .start();
    while (System.in.read() >= 0) {
      // Only its end matters.
    }
    web.stop();
  }
}
