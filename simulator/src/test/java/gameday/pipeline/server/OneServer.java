package gameday.pipeline.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.contract.PipelineEnvironment;
import gameday.pipeline.settings.Events;
import gameday.pipeline.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A pipeline between stubs, without Mod chat. */
final class OneServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  final Outside outside = new Outside();
  final Map<String, String> environment = new HashMap<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private PipelineServer server;

  /** Not started yet, so that {@link #environment} can be changed. */
  OneServer(Path dir) throws IOException {
    Events.HORIZON.write(dir.resolve("event.json"));
    environment.put("PORT", "0");
    environment.put("SLACK_API_URL", outside.url() + "/api/");
    environment.put("SLACK_BOT_TOKEN", "xoxb-1");
    environment.put("SLACK_SIGNING_SECRET", Sender.SECRET);
    environment.put("SLACK_CHANNEL", "C1");
    environment.put("HELP_CHAT_PROVIDER", "chatwoot");
    environment.put("HELP_CHAT_URL", outside.url());
    environment.put("HELP_CHAT_TOKEN", "token");
    environment.put("HELP_CHAT_ACCOUNT", "1");
    environment.put("HELP_CHAT_WEBHOOK_SECRET", Sender.SECRET);
    environment.put("GAMEDAY_SPEED", "10");
    environment.put("GAMEDAY_EVENT", dir.resolve("event.json").toString());
    environment.put("GAMEDAY_STATE_DIR", dir.resolve("state").toString());
  }

  OneServer start() throws SQLException {
    switch (Settings.read(PipelineEnvironment.of(environment))) {
      case Settings.Result.Bad bad -> throw new AssertionError(bad.faults());
      case Settings.Result.Good good -> server = PipelineServer.start(good.settings(), () -> {});
    }
    return this;
  }

  Sender sender() {
    return new Sender(server.port());
  }

  PipelineServer server() {
    return server;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path).body());
  }

  @Override
  public void close() throws SQLException {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    outside.close();
  }
}
