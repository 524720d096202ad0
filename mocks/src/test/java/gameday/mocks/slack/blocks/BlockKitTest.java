package gameday.mocks.slack.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockKitTest {
  private static final String TEXT = "{\"type\":\"mrkdwn\",\"text\":\"%s\"}";
  private static final String PLAIN = "{\"type\":\"plain_text\",\"text\":\"%s\",\"emoji\":true}";

  private static JsonNode parsed(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(json, broken);
    }
  }

  /** Complaints of one block, without the common start of where. */
  private static List<String> complaints(String block) {
    return BlockKit.complaints(parsed("[" + block + "]")).stream()
        .map(complaint -> complaint.replace(" [json-pointer:/blocks/0", " at "))
        .map(complaint -> complaint.replace("]", ""))
        .map(String::strip)
        .toList();
  }

  private static String times(int times, String item) {
    return String.join(",", Collections.nCopies(times, item));
  }

  private static String text(int length) {
    return TEXT.formatted("a".repeat(length));
  }

  private static String plain(int length) {
    return PLAIN.formatted("a".repeat(length));
  }

  @Test
  void takesOneOfEachKind() {
    var button =
        "{\"type\":\"button\",\"text\":%s,\"action_id\":\"a\",\"value\":\"v\",\"url\":\"u\"}"
            .formatted(plain(75));
    for (var block :
        List.of(
            "{\"type\":\"divider\",\"block_id\":\"" + "a".repeat(255) + "\"}",
            "{\"type\":\"section\",\"text\":" + text(3_000) + ",\"accessory\":" + button + "}",
            "{\"type\":\"section\",\"fields\":[" + times(10, text(2_000)) + "]}",
            "{\"type\":\"header\",\"text\":" + plain(150) + "}",
            "{\"type\":\"context\",\"elements\":["
                + text(1)
                + ",{\"type\":\"image\",\"image_url\":\"u\",\"alt_text\":\"a\"}]}",
            "{\"type\":\"actions\",\"elements\":[" + times(25, button) + "]}",
            "{\"type\":\"image\",\"slack_file\":{\"id\":\"F1\"},\"alt_text\":\"a\"}",
            "{\"type\":\"markdown\",\"text\":\"" + "a".repeat(12_000) + "\"}",
            "{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\"}]}",
            "{\"type\":\"video\",\"anything\":1}",
            "{\"type\":\"input\"}",
            "{\"type\":\"table\"}",
            "{\"type\":\"file\"}",
            "{\"type\":\"context_actions\"}")) {
      assertEquals(List.of(), complaints(block), block);
    }
  }

  @Test
  void wantsAKnownType() {
    assertEquals(List.of("must be an object at"), complaints("1"));
    assertEquals(List.of("missing required field: type at"), complaints("{}"));
    assertEquals(List.of("unsupported type: wall at /type"), complaints("{\"type\":\"wall\"}"));
    assertEquals(
        List.of("must be less than 256 characters at /block_id"),
        complaints("{\"type\":\"divider\",\"block_id\":\"" + "a".repeat(256) + "\"}"));
    assertEquals(
        List.of("invalid additional property: text at"),
        complaints("{\"type\":\"divider\",\"text\":1}"));
  }

  @Test
  void takesFiftyBlocks() {
    var divider = "{\"type\":\"divider\"}";

    assertEquals(List.of(), BlockKit.complaints(parsed("[" + times(50, divider) + "]")));
    assertEquals(
        List.of("no more than 50 items allowed [json-pointer:/blocks]"),
        BlockKit.complaints(parsed("[" + times(51, divider) + "]")));
  }

  @Test
  void judgesSections() {
    assertEquals(List.of("missing required field: text at"), complaints("{\"type\":\"section\"}"));
    assertEquals(
        List.of("must be less than 3001 characters at /text/text"),
        complaints("{\"type\":\"section\",\"text\":" + text(3_001) + "}"));
    assertEquals(
        List.of("no more than 10 items allowed at /fields"),
        complaints("{\"type\":\"section\",\"fields\":[" + times(11, text(1)) + "]}"));
    assertEquals(
        List.of("must be less than 2001 characters at /fields/1/text"),
        complaints("{\"type\":\"section\",\"fields\":[" + text(1) + "," + text(2_001) + "]}"));
    assertEquals(
        List.of("unsupported type: bell at /accessory/type"),
        complaints(
            "{\"type\":\"section\",\"text\":" + text(1) + ",\"accessory\":{\"type\":\"bell\"}}"));
  }

  @Test
  void judgesTextObjects() {
    assertEquals(List.of("must be an object at /text"), textComplaints("\"x\""));
    assertEquals(
        List.of("missing required field: type at /text"), textComplaints("{\"text\":\"x\"}"));
    assertEquals(
        List.of("unsupported type: html at /text/type"),
        textComplaints("{\"type\":\"html\",\"text\":\"x\"}"));
    assertEquals(
        List.of("missing required field: text at /text"), textComplaints("{\"type\":\"mrkdwn\"}"));
    assertEquals(
        List.of("must be more than 0 characters at /text/text"),
        textComplaints("{\"type\":\"mrkdwn\",\"text\":\"\"}"));
    assertEquals(
        List.of("must be a string at /text/text"),
        textComplaints("{\"type\":\"mrkdwn\",\"text\":1}"));
    assertEquals(
        List.of("invalid additional property: style at /text"),
        textComplaints("{\"type\":\"mrkdwn\",\"text\":\"x\",\"style\":1}"));
  }

  private static List<String> textComplaints(String text) {
    return complaints("{\"type\":\"section\",\"text\":" + text + "}");
  }

  @Test
  void judgesHeadersImagesAndMarkdown() {
    assertEquals(
        List.of("unsupported type: mrkdwn at /text/type"),
        complaints("{\"type\":\"header\",\"text\":" + text(1) + "}"));
    assertEquals(
        List.of("must be less than 151 characters at /text/text"),
        complaints("{\"type\":\"header\",\"text\":" + plain(151) + "}"));
    assertEquals(
        List.of("missing required field: alt_text at", "missing required field: image_url at"),
        complaints("{\"type\":\"image\"}"));
    assertEquals(
        List.of("must be less than 12001 characters at /text"),
        complaints("{\"type\":\"markdown\",\"text\":\"" + "a".repeat(12_001) + "\"}"));
  }

  @Test
  void judgesElements() {
    assertEquals(
        List.of("missing required field: elements at"), complaints("{\"type\":\"actions\"}"));
    assertEquals(
        List.of("must be an array at /elements"),
        complaints("{\"type\":\"actions\",\"elements\":{}}"));
    assertEquals(
        List.of("must have at least 1 items at /elements"),
        complaints("{\"type\":\"actions\",\"elements\":[]}"));
    assertEquals(
        List.of("no more than 25 items allowed at /elements"),
        complaints("{\"type\":\"actions\",\"elements\":[" + times(26, "1") + "]}"));
    assertEquals(
        List.of("no more than 10 items allowed at /elements"),
        complaints("{\"type\":\"context\",\"elements\":[" + times(11, text(1)) + "]}"));
    assertEquals(
        List.of("must be an object at /elements/0", "missing required field: type at /elements/1"),
        complaints("{\"type\":\"actions\",\"elements\":[1,{}]}"));
    assertEquals(
        List.of("missing required field: text at /elements/0"),
        complaints("{\"type\":\"actions\",\"elements\":[{\"type\":\"button\"}]}"));
    assertEquals(
        List.of("must be less than 2001 characters at /elements/0/value"),
        complaints(
            "{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":"
                + plain(1)
                + ",\"value\":\""
                + "a".repeat(2_001)
                + "\"}]}"));
  }

  @Test
  void saysNoMoreThanIsUseful() {
    var bad = BlockKit.complaints(parsed("[" + times(50, "1") + "]"));

    assertEquals(20, bad.size());
    assertEquals(
        List.of("unsupported type: " + "a".repeat(40) + " at /type"),
        complaints("{\"type\":\"" + "a".repeat(1_000) + "\"}"));
  }

  @Test
  void addsUpHowLongBlocksAre() {
    var most = "{\"type\":\"markdown\",\"text\":\"" + "a".repeat(12_000) + "\"}";
    var rest = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s\"}}";

    assertFalse(BlockKit.areTooLong(parsed("[" + most + "]")));
    assertFalse(
        BlockKit.areTooLong(parsed("[" + most + "," + rest.formatted("a".repeat(1_172)) + "]")));
    assertTrue(
        BlockKit.areTooLong(parsed("[" + most + "," + rest.formatted("a".repeat(1_173)) + "]")));
  }
}
