package gameday.mocks.helpchat.intercom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.VisitorApi.Visitor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
  private final Desk desk = new Desk();
  private String first;
  private String second;
  private String third;

  @BeforeEach
  void open() {
    first = desk.opens(Desk.ADA, "the bot has this");
    second = desk.opens(Desk.BOB, "an agent has this");
    desk.chat.handOver(second);
    desk.chat.take(second, desk.agent);
    third = desk.opens(new Visitor("visit-3", "Cem", "cem@example.org"), "this is over");
    desk.chat.close(third, "chatbot");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"field":"open","operator":"=","value":true} | 21
          {"field":"open","operator":"!=","value":"true"} | 3
          {"field":"state","operator":"IN","value":["closed","snoozed"]} | 3
          {"field":"state","operator":"NIN","value":["closed"]} | 21
          {"field":"updated_at","operator":">","value":"1795338000"} | 321
          {"field":"updated_at","operator":">","value":1795338001} | ``
          {"field":"updated_at","operator":"<","value":1795337999} | ``
          {"field":"created_at","operator":"=","value":1795338000} | 321
          {"field":"snoozed_until","operator":">","value":0} | ``
          {"field":"admin_assignee_id","operator":"=","value":AGENT} | 2
          {"field":"admin_assignee_id","operator":"=","value":0} | 31
          {"field":"teammate_ids","operator":"=","value":"AGENT"} | 2
          {"field":"teammate_ids","operator":"!=","value":"AGENT"} | 31
          {"field":"source.author.email","operator":"$","value":"@EXAMPLE.org"} | 321
          {"field":"source.author.name","operator":"^","value":"b"} | 2
          {"field":"source.body","operator":"~","value":"this is"} | 3
          {"field":"source.body","operator":"!~","value":"has"} | 3
          {"field":"ai_agent_participated","operator":"=","value":true} | 32
          {"operator":"AND","value":[{"field":"open","operator":"=","value":true},{"field":"updated_at","operator":">","value":1}]} | 21
          {"operator":"OR","value":[{"field":"state","operator":"=","value":"closed"},{"field":"source.author.name","operator":"=","value":"ada"}]} | 31
          {"operator":"AND","value":[{"operator":"OR","value":[{"field":"id","operator":"=","value":"FIRST"},{"field":"id","operator":"=","value":"THIRD"}]},{"field":"open","operator":"=","value":true}]} | 1
          """)
  void findsConversations(String query, String found) {
    JsonNode answer = search(query, "{}");

    assertEquals("conversation.list", answer.path("type").asText());
    assertEquals(found, numbers(answer));
    assertEquals(found.length(), answer.path("total_count").asInt());
    assertFalse(answer.at("/conversations/0").has("conversation_parts"), "lists show no parts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {} | 400 parameter_not_found: query not specified
          {"query":[]} | 400 parameter_not_found: query not specified
          {"query":{}} | 400 invalid_field: field is not a valid search field
          {"query":{"field":"segment_id","operator":"=","value":1}} | 400 invalid_field: segment_id is not a valid search field
          {"query":{"field":"<x>","operator":"=","value":1}} | 400 invalid_field: field is not a valid search field
          {"query":{"field":"open","operator":"like","value":true}} | 400 parameter_invalid: operator must be one of: =, !=, IN, NIN, >, <, ~, !~, ^, $
          {"query":{"field":"open","operator":"=","value":"yes"}} | 400 parameter_invalid: open: value has the wrong type
          {"query":{"field":"updated_at","operator":">","value":"today"}} | 400 parameter_invalid: updated_at: value has the wrong type
          {"query":{"field":"updated_at","operator":">","value":"99999999999999999999"}} | 400 parameter_invalid: updated_at: value has the wrong type
          {"query":{"field":"state","operator":">","value":"open"}} | 400 parameter_invalid: state can't be compared with > or <
          {"query":{"field":"open","operator":"~","value":"t"}} | 400 parameter_invalid: open is not a string
          {"query":{"field":"state","operator":"IN","value":"open"}} | 400 parameter_invalid: state: value must be an array of at most 1000 items
          {"query":{"field":"state","operator":"=","value":{}}} | 400 parameter_invalid: state: value has the wrong type
          {"query":{"operator":"AND","value":[]}} | 400 parameter_invalid: A group holds 1 to 15 filters, nested 2 deep at most
          {"query":{"operator":"AND","value":[{"operator":"AND","value":[{"operator":"AND","value":[{"operator":"AND","value":[1]}]}]}]}} | 400 parameter_invalid: A group holds 1 to 15 filters, nested 2 deep at most
          {"query":{"field":"open","operator":"=","value":true},"pagination":{"per_page":151}} | 400 parameter_invalid: Per Page is too big
          {"query":{"field":"open","operator":"=","value":true},"pagination":{"per_page":0}} | 400 parameter_invalid: per_page must be a positive integer
          {"query":{"field":"open","operator":"=","value":true},"pagination":{"starting_after":"guess"}} | 400 client_error: Invalid starting_after param. Please try again using a starting_after value from a paginated response
          {"query":{"field":"open","operator":"=","value":true},"pagination":{"starting_after":"WyJhIiwxLDJd"}} | 400 client_error: Invalid starting_after param. Please try again using a starting_after value from a paginated response
          """)
  void refusesWhatIsNoQuery(String body, String refusal) {
    assertEquals(refusal, desk.refusal("POST /conversations/search", body));
  }

  @Test
  void pagesThroughAListThatChangesMeanwhile() {
    for (int i = 4; i <= 9; i++) {
      desk.opens(new Visitor("visit-" + i, "N", ""), "more");
    }
    List<String> seen = new ArrayList<>();

    JsonNode page = desk.get("/conversations?per_page=4");
    assertEquals(9, page.path("total_count").asInt());
    assertEquals(3, page.at("/pages/total_pages").asInt());
    assertEquals(1, page.at("/pages/page").asInt());
    assertEquals(2, page.at("/pages/next/page").asInt());
    while (true) {
      page.path("conversations").forEach(it -> seen.add(it.path("id").asText()));
      if (!page.at("/pages/next").isObject()) {
        break;
      }
      desk.opens(new Visitor("late-" + seen.size(), "N", ""), "meanwhile");
      String next = page.at("/pages/next/starting_after").asText();
      page = desk.get("/conversations?per_page=4&starting_after=" + next);
    }

    assertEquals(9, seen.size());
    assertEquals(9, seen.stream().distinct().count());
    assertEquals(first, seen.getLast(), "what changed last comes first");
    assertEquals(3, page.at("/pages/page").asInt());
  }

  @Test
  void pagesThroughASearch() {
    String query = "{\"field\":\"open\",\"operator\":\"=\",\"value\":true}";

    JsonNode page = search(query, "{\"per_page\":1}");
    String next = page.at("/pages/next/starting_after").asText();
    JsonNode last = search(query, "{\"per_page\":1,\"starting_after\":\"" + next + "\"}");

    assertEquals("2", numbers(page));
    assertEquals("1", numbers(last));
    assertTrue(last.at("/pages/next").isMissingNode());
    assertEquals(20, search(query, "{}").at("/pages/per_page").asInt());
  }

  @Test
  void keepsTheStatisticsThatUsersKnow() {
    String conversation = desk.opens(new Visitor("visit-4", "Dee", "dee@example.org"), "Hello");
    desk.chat.handOver(conversation);
    desk.chat.take(conversation, desk.agent);
    desk.chat.reply(conversation, desk.agent, "Hi");
    desk.chat.close(conversation, desk.agent);
    desk.stage.send(
        desk.chat, desk.chat.visitors().message(new Visitor("visit-4", "", ""), conversation, "?"));

    JsonNode statistics = desk.get("/conversations/" + conversation).path("statistics");

    assertEquals("conversation_statistics", statistics.path("type").asText());
    assertEquals(0, statistics.path("time_to_assignment").asInt(-1));
    assertEquals(0, statistics.path("time_to_admin_reply").asInt(-1));
    assertEquals(0, statistics.path("time_to_first_close").asInt(-1));
    assertEquals(2, statistics.path("count_assignments").asInt());
    assertEquals(1, statistics.path("count_reopens").asInt());
    assertEquals(5, statistics.path("count_conversation_parts").asInt());
    assertEquals(desk.agent, statistics.path("last_closed_by_id").asText());
    assertEquals(1_795_338_000, statistics.path("last_contact_reply_at").asLong());
    JsonNode untouched = desk.get("/conversations/" + first).path("statistics");
    assertTrue(untouched.path("time_to_admin_reply").isNull());
    assertTrue(untouched.path("median_time_to_reply").isNull());
  }

  private JsonNode search(String query, String pagination) {
    String filled =
        query.replace("AGENT", desk.agent).replace("FIRST", first).replace("THIRD", third);
    return desk.post(
        "/conversations/search", "{\"query\":" + filled + ",\"pagination\":" + pagination + "}");
  }

  /** Which of the three, latest first, as digits. */
  private String numbers(JsonNode answer) {
    List<String> ours = List.of(first, second, third);
    StringBuilder numbers = new StringBuilder();
    answer
        .path("conversations")
        .forEach(it -> numbers.append(1 + ours.indexOf(it.path("id").asText())));
    return numbers.toString();
  }
}
