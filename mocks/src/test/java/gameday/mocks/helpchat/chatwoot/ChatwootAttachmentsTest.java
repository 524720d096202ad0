package gameday.mocks.helpchat.chatwoot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.http.Answer;
import gameday.mocks.http.Call;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChatwootAttachmentsTest {
  private static final Visitor ADA = new Visitor("visit-1", "Ada", "ada@example.org");

  private Account account = Account.standard();
  private final String conversation = account.opens(ADA, "Hello");
  private final String messages = "POST /conversations/" + conversation + "/messages";

  @Test
  void takesAVisitorsScreenshot() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0, '\r', '\n', (byte) 0xff};
    Form form = new Form().field("content", "See: ä").file("ä screen.png", "image/png", png);

    JsonNode message = ChatStage.json(visitorSends(form));

    JsonNode attachment = message.at("/attachments/0");
    assertEquals("See: ä", message.path("content").asText());
    assertEquals("image", attachment.path("file_type").asText());
    assertEquals(8, attachment.path("file_size").asInt());
    assertEquals(message.path("id"), attachment.path("message_id"));
    assertEquals(attachment, account.stage().lastBody().at("/attachments/0"));
    String url = attachment.path("data_url").asText();
    assertTrue(
        url.matches(
            "http://mocks\\.example:8080/chatwoot/rails/active_storage/blobs/redirect/"
                + "[0-9a-f]{40}/%C3%A4%20screen\\.png"),
        url);
    assertArrayEquals(png, read(url).body());
    assertEquals("image/png", read(url).headers().get("Content-Type"));
    assertEquals(200, read(attachment.path("thumb_url").asText()).status());
    assertEquals("wrote " + conversation + ": See: ä", account.stage().heard.getLast());
  }

  @Test
  void takesThePipelinesFilesWithoutWords() {
    Form form =
        new Form()
            .field("private", "true")
            .field("content_attributes", "{\"key\":\"k-1\"}")
            .file("a.html", "text/html", "<script>".getBytes(StandardCharsets.UTF_8))
            .file("../../b.ogg", "audio/ogg", new byte[3]);

    JsonNode message = ChatStage.json(account.call(messages, Form.HEADERS, form.body()));

    assertTrue(message.path("content").isNull());
    assertTrue(message.path("private").asBoolean());
    assertEquals("k-1", message.at("/content_attributes/key").asText());
    assertEquals("file", message.at("/attachments/0/file_type").asText());
    assertEquals("", message.at("/attachments/0/thumb_url").asText());
    assertEquals("audio", message.at("/attachments/1/file_type").asText());
    assertTrue(message.at("/attachments/1/data_url").asText().endsWith("/b.ogg"));
    String url = message.at("/attachments/0/data_url").asText();
    assertEquals("application/octet-stream", read(url).headers().get("Content-Type"));
    assertEquals("attachment", read(url).headers().get("Content-Disposition"));
    assertEquals("noted " + conversation + ": " + url, account.stage().heard.getLast());
  }

  @Test
  void forgetsTheOldestBytes() {
    account = Account.of(ChatwootSettings.standard().attachmentBytes(10));
    account.opens(ADA, "Hello");

    String six = sends(6);
    String four = sends(4);
    assertEquals(List.of(200, 200), List.of(read(six).status(), read(four).status()));
    String one = sends(1);
    assertEquals(List.of(404, 200), List.of(read(six).status(), read(four).status()));
    String eleven = sends(11);

    assertEquals(
        List.of(404, 404, 404),
        List.of(read(four).status(), read(one).status(), read(eleven).status()),
        "one that is larger than all room leaves nothing");
    assertEquals(200, read(sends(10)).status());
  }

  @Test
  void takesNothingFromHostileForms() {
    int before = account.stage().webhooks.size();
    Form fields = new Form();
    Form files = new Form();
    for (int i = 0; i < 60; i++) {
      fields.field("content", "x");
    }
    for (int i = 0; i < 16; i++) {
      files.file("f", "image/png", new byte[0]);
    }

    for (byte[] body :
        List.of(
            new byte[0],
            utf8("--edge"),
            utf8("{\"content\":\"x\"}"),
            utf8("--edge\r\n".repeat(50_000)),
            new Form().field("content", "x").part("X: " + "x".repeat(100_000), utf8("")).body(),
            new Form().part("Content-Disposition: x", new byte[] {(byte) 0xc3}).body(),
            new Form().part("Content-Disposition: form-data; name=\"content\"", bad()).body(),
            new Form().field("content", "x").file("a\u0000b", "image/png", bad()).body(),
            fields.body(),
            files.body())) {
      Answer answer = account.call(messages, Form.HEADERS, body);
      assertTrue(
          List.of(400, 422).contains(answer.status()),
          () -> answer.status() + " " + ChatStage.text(answer));
    }
    assertEquals(before, account.stage().webhooks.size());
  }

  @Test
  void refusesWhatIsNoFormOrNoMessage() {
    int before = account.stage().webhooks.size();
    byte[] good = new Form().field("content", "x").body();

    for (String type :
        List.of(
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=" + "x".repeat(10_000),
            "MULTIPART/FORM-DATA; boundary=other")) {
      Answer answer = account.call(messages, Map.of("content-type", type), good);
      assertEquals(400, answer.status(), type.length() > 60 ? "long" : type);
    }
    for (Form form :
        List.of(
            new Form().field("content", " "),
            new Form().field("content", "x").field("private", "perhaps"),
            new Form().field("content", "x").field("content_attributes", "[]"),
            new Form().field("content", "x").field("message_type", "incoming"),
            new Form().field("content", "x".repeat(150_001)))) {
      assertEquals(422, account.call(messages, Form.HEADERS, form.body()).status());
    }
    assertEquals(before, account.stage().webhooks.size());
    assertEquals(200, account.call(messages, Form.HEADERS, good).status());
  }

  @Test
  void servesFilesToWhoKnowsTheirAddressOnly() {
    String base = "/rails/active_storage/blobs/redirect/";
    Call call = new Call("GET", base + "0/a", Map.of(), Map.of(), new byte[0]);

    assertFalse(account.chat().fromPipeline(call));
    for (String path : List.of(base + "0/a", base, base + "../../x", base + "%00")) {
      assertEquals(404, read(path).status(), path);
    }
  }

  private String sends(int size) {
    Form form = new Form().file("f.txt", "text/plain", new byte[size]);
    return ChatStage.json(visitorSends(form)).at("/attachments/0/data_url").asText();
  }

  private Answer visitorSends(Form form) {
    String path = "/contacts/visit-1/conversations/" + conversation + "/messages";
    return account.browser("POST " + path, Form.HEADERS, form.body());
  }

  private Answer read(String url) {
    String path = url.substring(url.indexOf("/rails/"));
    return account.stage().call(account.chat(), "GET " + path, Map.of(), "");
  }

  private static byte[] bad() {
    return new byte[] {(byte) 0xc3, (byte) 0x28};
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
