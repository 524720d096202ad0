package gameday.mocks.helpchat.intercom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.http.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestApiTest {
  private final Desk desk = new Desk();
  private final ChatStage stage = desk.stage;

  @Test
  void tellsThePipelineWhoItIs() {
    JsonNode me = desk.get("/me");

    assertEquals("admin", me.path("type").asText());
    assertTrue(me.path("id").asText().matches("[1-9][0-9]+"));
    assertNotEquals(desk.agent, me.path("id").asText());
    assertEquals("app", me.at("/app/type").asText());
    assertEquals(desk.chat.credentials().get("HELP_CHAT_ACCOUNT"), me.at("/app/id_code").asText());
    assertTrue(me.path("has_inbox_seat").asBoolean());
    assertTrue(me.path("email_verified").asBoolean());
  }

  @Test
  void listsAdminsAndTheTeam() {
    JsonNode admins = desk.get("/admins");
    JsonNode team = desk.get("/teams").at("/teams/0");

    assertEquals("admin.list", admins.path("type").asText());
    assertEquals(
        List.of(desk.me, desk.agent),
        admins.path("admins").valueStream().map(it -> it.path("id").asText()).toList());
    JsonNode grace = desk.get("/admins/" + desk.agent);
    assertEquals(admins.at("/admins/1"), grace);
    assertEquals("Grace", grace.path("name").asText());
    assertEquals("grace@example.org", grace.path("email").asText());
    assertEquals(team.path("id").asText(), grace.at("/team_ids/0").asText());
    assertEquals(team, desk.get("/teams/" + team.path("id").asText()));
    assertEquals(2, team.path("admin_ids").size());
    assertEquals("404 admin_not_found: Admin not found", desk.refusal("GET /admins/1", ""));
    assertEquals("404 team_not_found: Team not found", desk.refusal("GET /teams/1", ""));
  }

  @Test
  void knowsStrangersAndTellsThemNothingOfTheRateLimit() {
    Answer unsigned = stage.call(desk.chat, "GET /me", Map.of(), "");
    Answer wrong = stage.call(desk.chat, "GET /me", Map.of("authorization", "Bearer x"), "");
    Answer basic =
        stage.call(desk.chat, "GET /me", Map.of("authorization", "Basic " + desk.token), "");

    assertEquals(401, unsigned.status());
    assertEquals("token_not_found", ChatStage.json(unsigned).at("/errors/0/code").asText());
    assertEquals(401, wrong.status());
    assertEquals("error.list", ChatStage.json(wrong).path("type").asText());
    assertEquals("unauthorized", ChatStage.json(wrong).at("/errors/0/code").asText());
    assertEquals("Access Token Invalid", ChatStage.json(wrong).at("/errors/0/message").asText());
    assertTrue(ChatStage.json(wrong).path("request_id").asText().matches("[0-9a-f-]{36}"));
    assertEquals("unauthorized", ChatStage.json(basic).at("/errors/0/code").asText());
    assertFalse(wrong.headers().containsKey("X-RateLimit-Limit"));
  }

  @Test
  void saysHowManyCallsAreLeft() {
    Answer answer = desk.call("GET /me", "");

    assertEquals("1667", answer.headers().get("X-RateLimit-Limit"));
    assertEquals("1666", answer.headers().get("X-RateLimit-Remaining"));
    // The clock stands at 1795338000, where a window of ten seconds begins.
    assertEquals("1795338010", answer.headers().get("X-RateLimit-Reset"));
    assertEquals("1667", desk.call("GET /conversations/1", "").headers().get("X-RateLimit-Limit"));
  }

  @Test
  void takesEveryVersionThatThereIs() {
    for (String version : List.of("2.11", "2.14", "1.4", "Preview")) {
      assertEquals(200, withVersion(version), version);
    }
    assertEquals(400, withVersion("3.0"));
    assertEquals(400, withVersion("<script>"));
  }

  private int withVersion(String version) {
    Map<String, String> headers =
        Map.of("authorization", "Bearer " + desk.token, "intercom-version", version);
    return stage.call(desk.chat, "GET /me", headers, "").status();
  }

  @Test
  void writesNotesAndCommentsInTheNameOfAnAdmin() {
    String conversation = desk.opens(Desk.ADA, "Hello");

    JsonNode noted = reply(conversation, "note", "<p>for &lt;agents&gt;<br>&amp;amp;</p>");
    assertEquals("conversation.admin.noted", stage.lastBody().path("topic").asText());
    reply(conversation, "comment", "for you & <b>me</b>");
    assertEquals("conversation.admin.replied", stage.lastBody().path("topic").asText());

    assertEquals("conversation", noted.path("type").asText());
    JsonNode note = noted.at("/conversation_parts/conversation_parts/0");
    assertEquals("conversation_part", note.path("type").asText());
    assertEquals("note", note.path("part_type").asText());
    assertEquals(desk.me, note.at("/author/id").asText());
    assertEquals("<p>for &lt;agents&gt;<br>&amp;amp;</p>", note.path("body").asText());
    assertEquals(
        List.of(
            "noted " + conversation + ": for <agents>\n&amp;",
            "replied " + conversation + ": for you & me"),
        stage.heard.subList(1, 3));
    JsonNode plain = desk.get("/conversations/" + conversation + "?display_as=plaintext");
    assertEquals("Hello", plain.at("/source/body").asText());
    assertEquals(
        List.of("for <agents>\n&amp;", "for you & me"),
        plain
            .at("/conversation_parts/conversation_parts")
            .valueStream()
            .map(it -> it.path("body").asText())
            .toList());
  }

  @Test
  void assignsClosesSnoozesAndOpens() {
    String conversation = desk.opens(Desk.ADA, "Hello");
    String admin = "\"admin_id\":\"" + desk.me + "\"";

    JsonNode assigned =
        parts(
            conversation,
            "\"message_type\":\"assignment\",\"type\":\"admin\",\"assignee_id\":" + desk.agent);
    assertEquals(desk.agent, assigned.path("admin_assignee_id").asText());
    assertEquals("admin.assigned", desk.topics().getLast());
    JsonNode snoozed =
        parts(conversation, "\"message_type\":\"snoozed\",\"snoozed_until\":1795341600");
    assertEquals("snoozed", snoozed.path("state").asText());
    assertEquals(1_795_341_600, snoozed.path("snoozed_until").asLong());
    assertTrue(snoozed.path("open").asBoolean());
    assertEquals("admin.snoozed", desk.topics().getLast());
    assertEquals("open", parts(conversation, "\"message_type\":\"open\"").path("state").asText());
    assertEquals("admin.opened", desk.topics().getLast());
    JsonNode closed =
        parts(
            conversation,
            "\"message_type\":\"close\",\"type\":\"admin\",\"body\":\"Good &amp; bye\"");
    assertEquals("closed", closed.path("state").asText());
    assertEquals("admin.closed", desk.topics().getLast());
    assertEquals("replied " + conversation + ": Good & bye", stage.heard.getLast());
    JsonNode again =
        parts(
            conversation,
            "\"message_type\":\"assignment\",\"type\":\"team\",\"assignee_id\":"
                + desk.get("/teams").at("/teams/0/id").asText());
    assertEquals("open", again.path("state").asText());
    assertEquals("admin.open.assigned", desk.topics().getLast());
    assertEquals("assign_and_reopen", desk.part().path("part_type").asText());
    JsonNode nobody =
        parts(
            conversation,
            "\"message_type\":\"assignment\",\"type\":\"admin\",\"assignee_id\":\"0\"");
    assertTrue(nobody.path("admin_assignee_id").isNull());
    assertTrue(nobody.path("team_assignee_id").isNull());
    assertEquals("nobody_admin", desk.part().at("/assigned_to/type").asText());
    int before = stage.webhooks.size();
    parts(conversation, "\"message_type\":\"open\"");
    assertEquals(before, stage.webhooks.size(), "open already: " + admin);
  }

  @Test
  void writesInAContactsName() {
    String contact =
        desk.post("/contacts", "{\"email\":\"cem@example.org\",\"name\":\"Cem\"}")
            .path("id")
            .asText();
    JsonNode message =
        desk.post(
            "/conversations",
            "{\"from\":{\"type\":\"user\",\"id\":\"" + contact + "\"},\"body\":\"a <b> c\"}");
    String conversation = message.path("conversation_id").asText();

    assertEquals("user_message", message.path("type").asText());
    assertEquals("inapp", message.path("message_type").asText());
    assertEquals("a <b> c", message.path("body").asText());
    assertEquals(
        "opened " + conversation + " " + contact + " cem@example.org: a <b> c",
        stage.heard.getLast());
    for (String who :
        List.of("\"intercom_user_id\":\"" + contact + "\"", "\"email\":\"CEM@example.org\"")) {
      desk.post(
          "/conversations/" + conversation + "/reply",
          "{\"message_type\":\"comment\",\"type\":\"user\",\"body\":\"x < y\"," + who + "}");
      assertEquals("wrote " + conversation + ": x < y", stage.heard.getLast());
      assertEquals("<p>x &lt; y</p>", desk.part().path("body").asText());
    }
    desk.post(
        "/conversations/last/reply",
        "{\"message_type\":\"comment\",\"type\":\"user\",\"body\":\"last\",\"intercom_user_id\":\""
            + contact
            + "\"}");
    assertEquals("wrote " + conversation + ": last", stage.heard.getLast());
    String adas = desk.opens(Desk.ADA, "Hello");
    desk.post(
        "/conversations/" + adas + "/reply",
        "{\"message_type\":\"comment\",\"type\":\"user\",\"user_id\":\"visit-1\",\"body\":\"me\"}");
    assertEquals("wrote " + adas + ": me", stage.heard.getLast());
    assertEquals(
        "404 not_found: Resource Not Found",
        desk.refusal(
            "POST /conversations/" + adas + "/reply",
            "{\"message_type\":\"comment\",\"type\":\"user\",\"body\":\"x\",\"email\":"
                + "\"cem@example.org\"}"));
  }

  @Test
  void updatesAttributesAndWhatWasRead() {
    String conversation = desk.opens(Desk.ADA, "Hello");

    Answer answer =
        desk.call(
            "PUT /conversations/" + conversation,
            "{\"read\":true,\"custom_attributes\":{\"issue_type\":\"Billing\",\"n\":3}}");

    JsonNode json = ChatStage.json(answer);
    assertTrue(json.path("read").asBoolean());
    assertEquals("Billing", json.at("/custom_attributes/issue_type").asText());
    assertEquals(2, json.at("/conversation_parts/total_count").asInt());
    assertEquals(
        "conversation_attribute_updated_by_admin",
        json.at("/conversation_parts/conversation_parts/0/part_type").asText());
    assertFalse(json.path("ai_agent_participated").asBoolean());
    assertEquals(1, stage.webhooks.size(), "no topic tells of it");
  }

  @Test
  void tagsAndUntags() {
    String conversation = desk.opens(Desk.ADA, "Hello");
    String tag = desk.post("/tags", "{\"name\":\"vip\"}").path("id").asText();
    String tags = "/conversations/" + conversation + "/tags";
    String byMe = "\"admin_id\":\"" + desk.me + "\"";

    JsonNode applied = desk.post(tags, "{\"id\":\"" + tag + "\"," + byMe + "}");
    JsonNode shown = desk.get("/conversations/" + conversation).at("/tags/tags/0");
    Answer removed = desk.call("DELETE " + tags + "/" + tag, "{" + byMe + "}");

    assertEquals("vip", applied.path("name").asText());
    assertEquals(desk.me, applied.at("/applied_by/id").asText());
    assertEquals(applied, shown);
    assertEquals(applied, ChatStage.json(removed));
    assertEquals(tag, desk.get("/tags").at("/data/0/id").asText());
    assertEquals(
        "404 tag_not_found: Tag not found",
        desk.refusal("DELETE " + tags + "/" + tag, "{" + byMe + "}"));
    assertEquals(
        "404 tag_not_found: Tag not found",
        desk.refusal("POST " + tags, "{\"id\":\"77\"," + byMe + "}"));
    assertEquals("400 parameter_invalid: invalid tag parameters", desk.refusal("POST /tags", "{}"));
  }

  @Test
  void makesFindsAndShowsContacts() {
    JsonNode contact =
        desk.post(
            "/contacts",
            "{\"role\":\"user\",\"external_id\":\"70\",\"email\":\"joe@example.org\","
                + "\"name\":\"Joe\",\"custom_attributes\":{\"paid\":true}}");

    String id = contact.path("id").asText();
    assertTrue(id.matches("[0-9a-f]{24}"));
    assertEquals("contact", contact.path("type").asText());
    assertEquals("70", contact.path("external_id").asText());
    assertTrue(contact.at("/custom_attributes/paid").asBoolean());
    assertEquals(contact, desk.get("/contacts/" + id));
    JsonNode found =
        desk.post(
            "/contacts/search",
            """
            {"query":{"field":"email","operator":"=","value":"JOE@example.org"}}""");
    assertEquals("list", found.path("type").asText());
    assertEquals(1, found.path("total_count").asInt());
    assertEquals(contact, found.at("/data/0"));
    assertEquals(50, found.at("/pages/per_page").asInt());
    String conflict = "409 conflict: A contact matching those details already exists with id=" + id;
    assertEquals(conflict, desk.refusal("POST /contacts", "{\"external_id\":\"70\"}"));
    assertEquals(conflict, desk.refusal("POST /contacts", "{\"email\":\"joe@example.org\"}"));
    assertEquals(
        200,
        desk.call("POST /contacts", "{\"role\":\"lead\",\"email\":\"joe@example.org\"}").status());
    assertEquals("404 not_found: User Not Found", desk.refusal("GET /contacts/0", ""));
    assertEquals(
        "400 parameter_not_found: email, external_id or role not specified",
        desk.refusal("POST /contacts", "{}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          reply | {} | 400 parameter_not_found: type not specified
          reply | {"type":"bot"} | 400 parameter_invalid: type must be one of: admin, user
          reply | {"type":"admin"} | 400 parameter_not_found: message_type not specified
          reply | {"type":"admin","message_type":"shout"} | 400 parameter_invalid: message_type must be one of: comment, note
          reply | {"type":"admin","message_type":"note"} | 400 parameter_not_found: admin_id not specified
          reply | {"type":"admin","message_type":"note","admin_id":1} | 404 admin_not_found: Admin for admin_id not found
          reply | {"type":"admin","message_type":"note","admin_id":"ME"} | 400 parameter_invalid: Body is required
          reply | {"type":"admin","message_type":"note","admin_id":"ME","body":" "} | 400 parameter_invalid: Body is required
          reply | {"type":"admin","message_type":"note","admin_id":"ME","body":{}} | 400 parameter_invalid: body must be a string
          reply | {"type":"admin","message_type":"note","admin_id":"ME","body":"<p> </p>"} | 400 parameter_invalid: Body is required
          reply | {"type":"admin","message_type":"note","admin_id":"ME","body":"x","attachment_urls":["http://x"]} | 422 unsupported: Attachments are not supported
          reply | {"type":"user","message_type":"note","body":"x"} | 400 parameter_invalid: message_type must be one of: comment
          reply | {"type":"user","message_type":"comment","body":"x"} | 400 parameter_not_found: intercom_user_id, user_id or email not specified
          reply | {"type":"user","message_type":"comment","body":"x","email":"no@example.org"} | 404 not_found: User Not Found
          parts | {"message_type":"dance"} | 400 parameter_invalid: message_type must be one of: assignment, close, open, snoozed
          parts | {"message_type":"close","type":"admin"} | 400 parameter_not_found: admin_id not specified
          parts | {"message_type":"close","admin_id":"ME"} | 400 parameter_not_found: type not specified
          parts | {"message_type":"assignment","type":"admin","admin_id":"ME"} | 400 parameter_not_found: assignee_id not specified
          parts | {"message_type":"assignment","type":"admin","admin_id":"ME","assignee_id":"1"} | 404 assignee_not_found: Assignee not found
          parts | {"message_type":"assignment","type":"team","admin_id":"ME","assignee_id":"ME"} | 404 assignee_not_found: Assignee not found
          parts | {"message_type":"snoozed","admin_id":"ME"} | 400 parameter_not_found: snoozed_until not specified
          parts | {"message_type":"snoozed","admin_id":"ME","snoozed_until":1795338000} | 400 parameter_invalid: snoozed_until must be a time in the future
          parts | {"message_type":"snoozed","admin_id":"ME","snoozed_until":"soon"} | 400 parameter_invalid: snoozed_until must be a time in the future
          tags  | {"admin_id":"ME"} | 400 parameter_not_found: id not specified
          """)
  void refusesInIntercomsWords(String verb, String body, String refusal) {
    String conversation = desk.opens(Desk.ADA, "Hello");

    assertEquals(
        refusal,
        desk.refusal(
            "POST /conversations/" + conversation + "/" + verb, body.replace("ME", desk.me)));

    assertEquals(1, stage.webhooks.size());
    assertEquals(1, stage.heard.size());
    assertEquals(
        0,
        desk.get("/conversations/" + conversation).at("/conversation_parts/total_count").asInt());
  }

  @Test
  void findsNothingWhereNothingIs() {
    String nothing = "404 not_found: Resource Not Found";
    for (String line :
        List.of(
            "GET /conversations/1",
            "GET /conversations/" + "9".repeat(30),
            "GET /conversations/%zz",
            "PUT /conversations/1",
            "POST /conversations/1/reply",
            "POST /conversations/1/parts",
            "POST /conversations/1/tags",
            "POST /conversations/last/parts",
            "DELETE /conversations/1/tags/1",
            "DELETE /me",
            "GET /",
            "GET /companies")) {
      assertEquals(nothing, desk.refusal(line, "{}"), line);
    }
    assertEquals(
        "404 not_found: User Not Found",
        desk.refusal(
            "POST /conversations", "{\"from\":{\"type\":\"user\",\"id\":\"1\"},\"body\":\"x\"}"));
    assertEquals(
        "400 parameter_not_found: from not specified",
        desk.refusal("POST /conversations", "{\"body\":\"x\"}"));
  }

  @Test
  void takesNothingFromHostileBodies() {
    String conversation = "/conversations/" + desk.opens(Desk.ADA, "Hello");

    for (byte[] body : ChatStage.hostileBodies()) {
      for (String line :
          List.of(
              "POST " + conversation + "/reply",
              "POST " + conversation + "/parts",
              "POST " + conversation + "/tags",
              "PUT " + conversation,
              "POST /conversations",
              "POST /conversations/search",
              "POST /contacts",
              "POST /contacts/search",
              "POST /tags")) {
        Answer answer =
            stage.call(desk.chat, line, Map.of("authorization", "Bearer " + desk.token), body);
        assertEquals(400, answer.status(), line);
        assertEquals("parameter_invalid", answer.outcome(), line);
      }
    }
    for (String body :
        List.of(
            "{\"read\":\"maybe\"}",
            "{\"custom_attributes\":[]}",
            "{\"custom_attributes\":{\"a\":{}}}",
            "{\"custom_attributes\":{\"a\":\"" + "x".repeat(256) + "\"}}")) {
      assertEquals(400, desk.call("PUT " + conversation, body).status(), body);
    }

    assertEquals(1, stage.webhooks.size());
    assertEquals(1, stage.heard.size());
  }

  @Test
  void refusesOneMessageTooMany() {
    String conversation = desk.opens(Desk.ADA, "Hello");
    for (int i = 0; i < 2_000; i++) {
      assertTrue(desk.chat.note(conversation, desk.agent, "note " + i));
    }

    assertFalse(desk.chat.note(conversation, desk.agent, "one more"));
    assertEquals(
        "400 parameter_invalid: Too many conversation parts",
        desk.refusal(
            "POST /conversations/" + conversation + "/reply",
            "{\"type\":\"admin\",\"message_type\":\"note\",\"admin_id\":\""
                + desk.me
                + "\",\"body\":\"one more\"}"));
    assertTrue(desk.chat.handOver(conversation));
    JsonNode shown = desk.get("/conversations/" + conversation).path("conversation_parts");
    assertEquals(2_001, shown.path("total_count").asInt());
    assertEquals(500, shown.path("conversation_parts").size());
    assertEquals(
        "assignment", shown.path("conversation_parts").path(499).path("part_type").asText());
  }

  private JsonNode reply(String conversation, String kind, String body) {
    return desk.post(
        "/conversations/" + conversation + "/reply",
        "{\"message_type\":\""
            + kind
            + "\",\"type\":\"admin\",\"admin_id\":\""
            + desk.me
            + "\",\"body\":\""
            + body
            + "\"}");
  }

  private JsonNode parts(String conversation, String fields) {
    return desk.post(
        "/conversations/" + conversation + "/parts",
        "{\"admin_id\":" + desk.me + "," + fields + "}");
  }
}
