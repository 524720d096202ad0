package gameday.mocks.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import gameday.mocks.faults.Faults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubsTest {
  private final Echo slack = new Echo("slack", path -> !path.startsWith("/api/emoji."));

  @TempDir Path folder;

  @Test
  void answersWhatIsStaticFromAFile() throws Exception {
    try (var server = start(Optional.empty())) {
      assertTrue(get(server, "/slack/api/emoji.list").body().contains("\"emoji\":{}"));
      assertEquals(200, get(server, "/").statusCode());
    }
    assertEquals(0, slack.carriedOut.get());
  }

  @Test
  void asksTheServiceWhereNoFileMatches() throws Exception {
    try (var server = start(Optional.empty())) {
      assertEquals(201, get(server, "/slack/api/emoji.unheard").statusCode());
      assertEquals(201, get(server, "/slack/api/other").statusCode());
    }
    assertEquals(2, slack.carriedOut.get());
  }

  @Test
  void letsAUsersFileComeBeforeOursAndBeforeCode() throws Exception {
    stub("team.json", "/slack/api/emoji.list", "mine");
    stub("other.json", "/slack/api/other", "mine too");

    try (var server = start(Optional.of(folder))) {
      assertEquals("mine", get(server, "/slack/api/emoji.list").body());
      assertEquals("mine too", get(server, "/slack/api/other").body());
      assertEquals(201, get(server, "/slack/api/third").statusCode());
    }
    assertEquals(1, slack.carriedOut.get());
  }

  @Test
  void fillsTemplatesOnlyWhereAUserAsksForThem() throws Exception {
    stub("plain.json", "/slack/plain", "{{request.path}}");
    Files.writeString(
        mappings().resolve("template.json"),
        """
        {"request": {"urlPath": "/slack/template"},
         "response": {"body": "{{request.path}}", "transformers": ["response-template"]}}
        """);

    try (var server = start(Optional.of(folder))) {
      assertEquals("{{request.path}}", get(server, "/slack/plain").body());
      assertEquals("/slack/template", get(server, "/slack/template").body());
    }
  }

  @Test
  void passesNothingOnToOtherMachines() throws Exception {
    Files.writeString(
        mappings().resolve("proxy.json"),
        """
        {"request": {"urlPath": "/slack/away"},
         "response": {"proxyBaseUrl": "http://192.0.2.1"}}
        """);

    try (var server = start(Optional.of(folder))) {
      var answer = get(server, "/slack/away");
      assertEquals(500, answer.statusCode());
      assertTrue(answer.body().contains("denied"), answer.body());
    }
  }

  @Test
  void namesAllFilesThatCantBeReadAndAFolderThatIsNotThere() throws Exception {
    Files.writeString(mappings().resolve("broken.json"), "{\"request\": ");
    Files.writeString(mappings().resolve("unheard.json"), "{\"reqest\": {}}");

    var broken =
        assertThrows(IllegalArgumentException.class, () -> start(Optional.of(folder)).close());
    assertTrue(broken.getMessage().contains("broken.json: "), broken.getMessage());
    assertTrue(broken.getMessage().contains("unheard.json: "), broken.getMessage());

    var missing = folder.resolve("nowhere");
    var gone =
        assertThrows(IllegalArgumentException.class, () -> start(Optional.of(missing)).close());
    assertTrue(gone.getMessage().startsWith(missing + ": "), gone.getMessage());
  }

  @Test
  void keepsEveryFileOfOursBehindTheCode() throws IOException {
    List<Path> files;
    try (var all = Files.walk(Path.of("stubs/mappings"))) {
      files = all.filter(Files::isRegularFile).toList();
    }

    assertFalse(files.isEmpty());
    for (Path file : files) {
      var stub = new ObjectMapper().readTree(file.toFile());
      assertEquals(Stubs.AFTER_CODE, stub.path("priority").asInt(), file.toString());
      assertFalse(stub.path("name").asText().isEmpty(), file + " must have a name");
    }
  }

  private void stub(String file, String path, String body) throws IOException {
    var json = new ObjectMapper().createObjectNode();
    json.putObject("request").put("urlPath", path);
    json.putObject("response").put("body", body);
    Files.writeString(mappings().resolve(file), json.toString());
  }

  private Path mappings() throws IOException {
    return Files.createDirectories(folder.resolve("mappings"));
  }

  private MockServer start(Optional<Path> stubs) {
    var settings = new ServerSettings(ServerSettings.LOOPBACK, 0, stubs);
    return MockServer.start(settings, List.of(slack), new Faults(1), CallListener.NONE);
  }

  private static HttpResponse<String> get(MockServer server, String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(server.url() + path)).build();
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
