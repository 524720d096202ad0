package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How arguments may come, and what Slack says to what it can't read. */
class HostileInputTest {
  private final RunningSlack slack = new RunningSlack();

  @AfterEach
  void stop() {
    slack.close();
  }

  private HttpResponse<String> send(String type, byte[] body) {
    var request =
        slack
            .request("chat.postMessage")
            .header("Authorization", "Bearer " + slack.credentials.botToken())
            .POST(BodyPublishers.ofByteArray(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return slack.send(request);
  }

  private JsonNode said(String type, String body) {
    return said(type, body, StandardCharsets.UTF_8);
  }

  private JsonNode said(String type, String body, Charset charset) {
    var answer = send(type, body.getBytes(charset));
    assertEquals(200, answer.statusCode(), () -> answer.body() + slack.calls.lines);
    return RunningSlack.parsed(answer);
  }

  private String error(String type, String body) {
    return said(type, body).path("error").asText();
  }

  @Test
  void refusesTypesItDoesNotKnow() {
    var form = "channel=event-summit&text=x";

    assertEquals("invalid_post_type", error("application/xml", form));
    assertEquals("invalid_post_type", error("application/json5", "{}"));
    assertEquals("missing_post_type", error("", form));
    assertEquals(
        "invalid_charset", error("application/x-www-form-urlencoded; charset=koi8-r", form));
    assertEquals("invalid_arguments", error("text/plain; charset=utf-8", form));
    assertEquals("invalid_arguments", error("application/x-www-form-urlencoded", ""));
    assertEquals("", error("Application/X-WWW-Form-URLEncoded", form));
    assertEquals(1, messages());
  }

  @Test
  void refusesJsonItCannotRead() {
    var json = "application/json; charset=utf-8";
    var start = "{\"channel\":\"event-summit\",\"text\":";

    assertEquals("invalid_json", error(json, "{"));
    assertEquals("invalid_json", error(json, start + "\"x\"} trailing"));
    assertEquals("invalid_json", error(json, start + "\"\\ud83d\"}"));
    assertEquals("invalid_json", error(json, start + "\"\\uDD07\\ud83d\"}"));
    assertEquals("invalid_json", error(json, start + "\"raw \n break\"}"));
    assertEquals("invalid_json", error(json, start + "[".repeat(50_000) + "}"));
    assertEquals("invalid_json", error(json, start + "9".repeat(5_000) + "}"));
    assertEquals("invalid_json", error(json, start + "NaN}"));
    assertEquals("json_not_object", error(json, "[]"));
    assertEquals("json_not_object", error(json, "\"x\""));
    assertEquals("json_not_object", error(json, "null"));
    assertEquals(0, messages());
  }

  @Test
  void refusesJsonThatIsNoUtf8() {
    var json = "application/json; charset=utf-8";
    var latin = "{\"channel\":\"event-summit\",\"text\":\"ä\"}";
    var halfCharacter = latin.getBytes(StandardCharsets.ISO_8859_1).clone();
    var surrogate = "{\"channel\":\"event-summit\",\"text\":\"   \"}".getBytes();
    var at = new String(surrogate, StandardCharsets.US_ASCII).indexOf("   ");
    surrogate[at] = (byte) 0xED;
    surrogate[at + 1] = (byte) 0xA0;
    surrogate[at + 2] = (byte) 0x80;

    assertEquals(
        "invalid_json", RunningSlack.parsed(send(json, halfCharacter)).path("error").asText());
    assertEquals("invalid_json", RunningSlack.parsed(send(json, surrogate)).path("error").asText());
    assertEquals(0, messages());
    var told = said("application/json; charset=iso-8859-1", latin, StandardCharsets.ISO_8859_1);
    assertEquals("ä", told.at("/message/text").asText());
  }

  @Test
  void refusesHalfCharactersInJsonInsideAForm() {
    var blocks = "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"\\ud83d\"}}]";

    assertEquals(
        "invalid_blocks_format",
        slack.error("chat.postMessage", "channel", slack.channel, "blocks", blocks));
    assertEquals(
        "invalid_attachments",
        slack.error(
            "chat.postMessage", "channel", slack.channel, "attachments", "[{\"\\udd07\":1}]"));
    assertEquals(0, messages());
  }

  @Test
  void neverRepeatsHalfACharacter() {
    var odd = "a".repeat(39) + "\uD83D\uDD07";

    assertEquals(
        "invalid_blocks",
        slack.error(
            "chat.postMessage",
            "channel",
            slack.channel,
            "blocks",
            "[{\"type\":\"" + odd + "\"}]"));
    assertEquals(
        "invalid_thread_ts",
        slack.error("chat.postMessage", "channel", slack.channel, "text", "x", "thread_ts", odd));
    slack.workspace.post(slack.ada, slack.channel, "\uD83D", Optional.empty());
    assertEquals(
        "\uFFFD",
        slack
            .call("conversations.history", "channel", slack.channel)
            .at("/messages/0/text")
            .asText());
  }

  @Test
  void takesTheLastOfTwoJsonFieldsAndTheFirstOfTwoFormFields() {
    var json =
        said(
            "application/json; charset=utf-8",
            "{\"channel\":\"event-summit\",\"text\":\"a\",\"text\":\"b\"}");
    var form = said("application/x-www-form-urlencoded", "channel=event-summit&text=a&text=b");

    assertEquals("b", json.at("/message/text").asText());
    assertEquals("a", form.at("/message/text").asText());
  }

  @Test
  void takesWhatIsNoTextAsText() {
    var json = "application/json; charset=utf-8";

    var number = said(json, "{\"channel\":\"event-summit\",\"text\":1.50}");
    var truth = said(json, "{\"channel\":\"event-summit\",\"text\":true}");
    var nothing = said(json, "{\"channel\":\"event-summit\",\"text\":null}");
    var infinite = said(json, "{\"channel\":\"event-summit\",\"text\":1e999999}");

    assertEquals("1.5", number.at("/message/text").asText());
    assertEquals("true", truth.at("/message/text").asText());
    assertEquals("no_text", nothing.path("error").asText());
    assertTrue(infinite.path("ok").asBoolean());
  }

  @Test
  void takesObjectsAsJsonAndAsText() {
    var blocks = "[{\"type\":\"divider\"}]";
    var json = "{\"channel\":\"event-summit\",\"blocks\":%s}";
    var type = "application/json; charset=utf-8";

    assertEquals("", error(type, json.formatted(blocks)));
    assertEquals("", error(type, json.formatted("\"[{\\\"type\\\":\\\"divider\\\"}]\"")));
    assertEquals(
        "divider",
        slack
            .call("conversations.history", "channel", slack.channel)
            .at("/messages/1/blocks/0/type")
            .asText());
  }

  @Test
  void refusesNamesThatNoArgumentHas() {
    var form = "application/x-www-form-urlencoded";
    var json = "application/json; charset=utf-8";

    assertEquals("invalid_array_arg", error(form, "channel=event-summit&text[0]=x"));
    assertEquals("invalid_arg_name", error(form, "channel=event-summit&te-xt=x"));
    assertEquals("invalid_arg_name", error(form, "a".repeat(101) + "=x"));
    assertEquals("invalid_arg_name", error(json, "{\"te xt\":\"x\"}"));
    assertEquals("invalid_form_data", error(form, manyFields()));
    assertEquals(0, messages());
  }

  private static String manyFields() {
    var many = new StringBuilder();
    for (var n = 0; n <= 1_000; n++) {
      many.append("f").append(n).append("=x&");
    }
    return many.toString();
  }

  @Test
  void takesFormsThatAreOddlyWritten() {
    var form = "application/x-www-form-urlencoded";

    assertEquals(
        "100% &=",
        said(form, "&&channel=event-summit&text=100%25+%26=&x").at("/message/text").asText());
    assertEquals("%zz", said(form, "channel=event-summit&text=%zz").at("/message/text").asText());
    assertEquals(
        "\uFFFD", said(form, "channel=event-summit&text=%ff").at("/message/text").asText());
  }

  @Test
  void takesMultipartForms() {
    var part = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    var body = part.formatted("channel", "event-summit") + part.formatted("text", "hällo");

    var posted = said("multipart/form-data; boundary=x", body + "--x--\r\n");

    assertEquals("hällo", posted.at("/message/text").asText());
    assertEquals("invalid_form_data", error("multipart/form-data; boundary=x", body));
    assertEquals("invalid_form_data", error("multipart/form-data", body));
    assertEquals("invalid_form_data", error("multipart/form-data; boundary=x", "nonsense"));
    assertEquals(1, messages());
  }

  @Test
  void warnsOfTypesThatCouldBeBetter() {
    var json = "{\"channel\":\"event-summit\",\"text\":\"x\"}";

    var missing = said("application/json", json);
    assertEquals("missing_charset", missing.path("warning").asText());
    assertEquals("missing_charset", missing.at("/response_metadata/warnings/0").asText());
    assertFalse(said("application/json;charset=utf-8", json).has("warning"));
    assertFalse(said("application/json; charset=\"UTF-8\"", json).has("warning"));
    var superfluous =
        said("application/x-www-form-urlencoded; charset=utf-8", "channel=event-summit&text=x");
    assertEquals("superfluous_charset", superfluous.path("warning").asText());
    var refused = said("application/json", "{\"channel\":\"C0\"}");
    assertEquals("channel_not_found", refused.path("error").asText());
    assertEquals("missing_charset", refused.path("warning").asText());
    var twice =
        said(
            "application/json",
            "{\"channel\":\"event-summit\",\"text\":\"" + "a".repeat(40_001) + "\"}");
    assertEquals("message_truncated,missing_charset", twice.path("warning").asText());
    assertEquals(2, twice.at("/response_metadata/warnings").size());
  }

  @Test
  void takesArgumentsFromTheQueryToo() {
    var query = "?channel=event-summit&text=q&token=" + slack.credentials.botToken();
    var get = slack.send(request("chat.postMessage" + query).GET());
    var both =
        slack.send(
            request("chat.postMessage" + query)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("text=body")));

    assertEquals("q", RunningSlack.parsed(get).at("/message/text").asText());
    assertEquals("body", RunningSlack.parsed(both).at("/message/text").asText());
  }

  private HttpRequest.Builder request(String call) {
    return HttpRequest.newBuilder(URI.create(slack.base() + "/api/" + call));
  }

  @Test
  void takesTheTokenInAJsonBodyToo() {
    var body =
        "{\"channel\":\"event-summit\",\"text\":\"x\",\"token\":\"%s\"}"
            .formatted(slack.credentials.botToken());
    var answer =
        slack.send(
            request("chat.postMessage")
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body)));

    assertTrue(RunningSlack.parsed(answer).path("ok").asBoolean());
  }

  @Test
  void saysWhichMethodItDoesNotKnow() {
    for (var method : List.of("chat.shout", "", "chat.postMessage/", "chat.postmessage", "..%2F")) {
      var answer = RunningSlack.parsed(slack.send(request(method).GET()));
      assertEquals("unknown_method", answer.path("error").asText());
      assertEquals(method, answer.path("req_method").asText());
    }
    assertEquals("slack unknown 200 unknown_method", slack.calls.lines.getLast());
  }

  @Test
  void takesNoBodyThatIsTooLarge() {
    var answer = send("application/json; charset=utf-8", new byte[(1 << 20) + 1]);

    assertEquals(413, answer.statusCode());
    assertEquals(0, messages());
  }

  private int messages() {
    return slack.call("conversations.history", "channel", slack.channel).path("messages").size();
  }
}
