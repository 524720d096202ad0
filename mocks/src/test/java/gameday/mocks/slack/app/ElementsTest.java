package gameday.mocks.slack.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementsTest {
  private static final String OPTION =
      "{\"text\":{\"type\":\"plain_text\",\"text\":\"A\"},\"value\":\"a\"}";

  private static JsonNode element(String type, String more) {
    return AppStage.read("{\"type\":\"" + type + "\",\"action_id\":\"x\"" + more + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "plain_text_input,value",
    "email_text_input,value",
    "url_text_input,value",
    "number_input,value",
    "users_select,selected_user",
    "conversations_select,selected_conversation",
    "channels_select,selected_channel",
    "datepicker,selected_date",
    "timepicker,selected_time"
  })
  void tellsOneValue(String type, String field) {
    var element = element(type, "");

    assertEquals("v", Elements.chosen(element, List.of("v")).path(field).asText());
    assertEquals(type, Elements.chosen(element, List.of("v")).path("type").asText());
    assertTrue(Elements.untouched(element).path(field).isNull());
    assertThrows(IllegalArgumentException.class, () -> Elements.chosen(element, List.of("v", "w")));
  }

  @ParameterizedTest
  @CsvSource({
    "multi_users_select,selected_users",
    "multi_conversations_select,selected_conversations",
    "multi_channels_select,selected_channels"
  })
  void tellsMany(String type, String field) {
    var element = element(type, "");

    assertEquals(
        "[\"v\",\"w\"]", Elements.chosen(element, List.of("v", "w")).path(field).toString());
    assertEquals("[]", Elements.untouched(element).path(field).toString());
  }

  @Test
  void tellsAMomentAsANumber() {
    var element = element("datetimepicker", "");

    assertEquals(
        1_700_000_000L,
        Elements.chosen(element, List.of("1700000000")).path("selected_date_time").asLong());
    assertThrows(IllegalArgumentException.class, () -> Elements.chosen(element, List.of("soon")));
  }

  @ParameterizedTest
  @CsvSource({"static_select", "radio_buttons", "overflow"})
  void tellsTheOptionThatWasOffered(String type) {
    var element = element(type, ",\"options\":[" + OPTION + "]");

    assertEquals(OPTION, Elements.chosen(element, List.of("a")).path("selected_option").toString());
    assertThrows(IllegalArgumentException.class, () -> Elements.chosen(element, List.of("b")));
  }

  @ParameterizedTest
  @CsvSource({"multi_static_select", "checkboxes"})
  void tellsTheOptionsThatWereOffered(String type) {
    var element = element(type, ",\"option_groups\":[{\"options\":[" + OPTION + "]}]");

    var chosen = Elements.chosen(element, List.of("a"));

    assertEquals("[" + OPTION + "]", chosen.path("selected_options").toString());
    assertFalse(Elements.isEmpty(element, chosen));
    assertTrue(Elements.isEmpty(element, Elements.chosen(element, List.of())));
  }

  @Test
  void makesUpTheOptionOfAnExternalSelect() {
    var chosen = Elements.chosen(element("external_select", ""), List.of("a"));

    assertEquals("a", chosen.at("/selected_option/value").asText());
    assertEquals("a", chosen.at("/selected_option/text/text").asText());
  }

  @Test
  void knowsWhatTheAppSetBeforehand() {
    var element = element("static_select", ",\"initial_option\":" + OPTION);

    assertEquals("a", Elements.untouched(element).at("/selected_option/value").asText());
  }

  @Test
  void knowsWhatKeepsNothing() {
    assertFalse(Elements.keepsState(element("button", "")));
    assertFalse(Elements.keepsState(element("overflow", "")));
    assertTrue(Elements.keepsState(element("checkboxes", "")));
    assertThrows(
        IllegalArgumentException.class, () -> Elements.chosen(element("button", ""), List.of("a")));
  }
}
