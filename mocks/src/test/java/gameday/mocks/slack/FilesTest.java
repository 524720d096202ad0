package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilesTest {
  private final RunningSlack slack = new RunningSlack();

  @AfterEach
  void stop() {
    slack.close();
  }

  private JsonNode announce(String name, int length) {
    return slack.call("files.getUploadURLExternal", "filename", name, "length", "" + length);
  }

  private HttpResponse<String> upload(JsonNode announced, Optional<String> type, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(announced.path("upload_url").asText()))
            .POST(BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1));
    type.ifPresent(value -> request.header("Content-Type", value));
    return slack.send(request);
  }

  private JsonNode complete(String id, String... more) {
    var all = new ArrayList<>(List.of("files", "[{\"id\":\"" + id + "\"}]"));
    all.addAll(List.of(more));
    return slack.call("files.completeUploadExternal", all.toArray(String[]::new));
  }

  private HttpResponse<String> read(String url, String token) {
    return slack.send(
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).GET());
  }

  @Test
  void takesBytesHoweverTheyComeAndNeverAsAForm() {
    var bytes = "a=%41&b=+";
    var form =
        "--x\r\nContent-Disposition: form-data; name=\"body\"; filename=\"a.txt\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
            + bytes
            + "\r\n--x--\r\n";
    var types =
        List.of(
            List.of("application/x-www-form-urlencoded", bytes),
            List.of("", bytes),
            List.of("multipart/form-data; boundary=x", form));
    for (var sent : types) {
      var announced = announce("a.txt", bytes.length());
      var type = Optional.of(sent.getFirst()).filter(text -> !text.isEmpty());

      var uploaded = upload(announced, type, sent.getLast());

      assertEquals(200, uploaded.statusCode(), sent.getFirst());
      assertEquals("OK - 9", uploaded.body());
      var done = complete(announced.path("file_id").asText()).at("/files/0");
      var shown = read(done.path("url_private").asText(), slack.credentials.botToken());
      assertEquals(bytes, shown.body(), sent.getFirst());
      assertEquals("text/plain", shown.headers().firstValue("content-type").orElseThrow());
    }
  }

  @Test
  void takesNothingButWhatWasAnnounced() {
    var announced = announce("a.txt", 3);
    var id = announced.path("file_id").asText();

    assertEquals(400, upload(announced, Optional.empty(), "four").statusCode());
    assertEquals(
        400, upload(announced, Optional.of("multipart/form-data; boundary=x"), "abc").statusCode());
    assertEquals("file_not_found", complete(id).path("error").asText());
    assertEquals(200, upload(announced, Optional.empty(), "abc").statusCode());
    assertEquals("", complete(id).path("error").asText());
    assertEquals("file_not_found", complete(id).path("error").asText());
    assertEquals(404, upload(announced, Optional.empty(), "abc").statusCode());
    assertEquals(405, read(announced.path("upload_url").asText(), "x").statusCode());
    assertEquals(404, read(slack.base() + "/files/upload/v1/nothing", "x").statusCode());
    assertEquals(404, read(slack.base() + "/files/files-pri/", "x").statusCode());
  }

  @Test
  void saysWhyAFileCannotBeAnnounced() {
    assertEquals("invalid_arguments", slack.error("files.getUploadURLExternal", "length", "1"));
    assertEquals("invalid_arguments", slack.error("files.getUploadURLExternal", "filename", "a"));
    assertEquals("missing_argument", announce("a", 0).path("error").asText());
    assertEquals("invalid_arguments", announce("a", -1).path("error").asText());
    assertEquals("invalid_arguments", announce("a".repeat(256), 1).path("error").asText());
    assertEquals("", announce("a", 16 << 20).path("error").asText());
    assertEquals(
        "file_upload_size_restricted", announce("a", (16 << 20) + 1).path("error").asText());
    assertEquals(
        "alt_txt_too_large",
        slack.error(
            "files.getUploadURLExternal",
            "filename",
            "a",
            "length",
            "1",
            "alt_txt",
            "a".repeat(1_001)));
  }

  @Test
  void sharesOnlyWhereTheBotMayWrite() {
    var id = uploaded();
    var alien = slack.workspace.createChannel("alien");
    slack.workspace.leave(alien, slack.workspace.botUserId());
    var news = slack.workspace.createChannel("news");
    slack.workspace.admin().restrictPosting(news, true);
    var old = slack.workspace.createChannel("old");
    slack.workspace.admin().archive(slack.ada, old);

    assertEquals("channel_not_found", complete(id, "channel_id", "C0").path("error").asText());
    assertEquals("not_in_channel", complete(id, "channel_id", alien).path("error").asText());
    assertEquals(
        "posting_to_channel_denied", complete(id, "channel_id", news).path("error").asText());
    assertEquals("invalid_channel", complete(id, "channel_id", old).path("error").asText());
    assertEquals(
        "thread_not_found",
        complete(id, "channel_id", slack.channel, "thread_ts", "1.1").path("error").asText());
    assertEquals("invalid_arguments", slack.error("files.completeUploadExternal"));
    assertEquals("invalid_arguments", slack.error("files.completeUploadExternal", "files", "[]"));
    assertEquals("invalid_arguments", slack.error("files.completeUploadExternal", "files", "{"));
    assertEquals(0, history().size());

    assertEquals("", complete(id, "channels", slack.channel).path("error").asText());
    assertEquals("file_share", history().at("/0/subtype").asText());
  }

  private String uploaded() {
    var announced = announce("a.txt", 3);
    upload(announced, Optional.empty(), "abc");
    return announced.path("file_id").asText();
  }

  private JsonNode history() {
    return slack.call("conversations.history", "channel", slack.channel).path("messages");
  }

  @Test
  void showsFilesToTheBotsTokenInTheHeaderOnly() {
    var file = complete(uploaded()).at("/files/0");
    var url = file.path("url_private").asText();

    var guest = read(url, "xoxb-other");
    var inQuery = read(url + "?token=" + slack.credentials.botToken(), "no");
    assertEquals(302, guest.statusCode());
    assertEquals(302, inQuery.statusCode());
    var page = read(guest.headers().firstValue("location").orElseThrow(), "no");
    assertEquals(200, page.statusCode());
    assertTrue(page.headers().firstValue("content-type").orElseThrow().startsWith("text/html"));

    slack.workspace.admin().grant().revoke();
    assertEquals(302, read(url, slack.credentials.botToken()).statusCode());
    slack.workspace.admin().grant().restore();
    assertEquals("abc", read(url, slack.credentials.botToken()).body());
    assertEquals(
        "abc",
        read(file.path("url_private_download").asText(), slack.credentials.botToken()).body());
  }

  @Test
  void showsAPersonsScreenshotWhereTheBotIs() {
    var parent = slack.said("p");
    var file = new Upload("shot.png", new byte[] {1, 2});
    slack.workspace.upload(slack.ada, slack.channel, file, "see", Optional.of(parent));
    var secret = slack.workspace.admin().createPrivateChannel("secret");
    slack.workspace.upload(slack.ada, secret, file, "", Optional.empty());
    slack.workspace.leave(secret, slack.workspace.botUserId());

    var reply =
        slack
            .call("conversations.replies", "channel", slack.channel, "ts", parent)
            .at("/messages/1");
    assertEquals("see", reply.path("text").asText());
    assertEquals(slack.ada, reply.at("/files/0/user").asText());
    assertEquals("image/png", reply.at("/files/0/mimetype").asText());
    var id = reply.at("/files/0/id").asText();
    assertEquals("", slack.error("files.info", "file", id));
    var shown =
        read(reply.at("/files/0/url_private").asText(), slack.credentials.botToken()).body();
    assertEquals("\u0001\u0002", shown);
    assertEquals("file_not_found", slack.error("files.info", "file", hidden(id)));
    assertEquals("file_not_found", slack.error("files.info", "file", "F0"));
    assertEquals("invalid_arguments", slack.error("files.info"));
  }

  /** The id that the second file of this workspace has. */
  private static String hidden(String first) {
    assertEquals(Ids.of("F", "acme 0"), first);
    return Ids.of("F", "acme 1");
  }

  @Test
  void refusesPeoplesFilesThatAreEmptyOrTooLarge() {
    assertThrows(IllegalArgumentException.class, () -> new Upload("a", new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> new Upload("a", new byte[(16 << 20) + 1]));
  }

  @Test
  void takesSixteenMebibytesAndNoMore() {
    var most = 16 << 20;
    var announced = announce("a.bin", most);

    assertEquals(200, upload(announced, Optional.empty(), "a".repeat(most)).statusCode());
    assertEquals(
        413, upload(announced, Optional.empty(), "a".repeat(most + (64 << 10) + 1)).statusCode());
    assertFalse(complete(announced.path("file_id").asText()).has("error"));
  }
}
