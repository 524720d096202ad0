package gameday.mocks.helpchat.chatwoot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.http.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChatwootContactsTest {
  private static final Visitor ADA = new Visitor("visit-1", "Ada", "Ada@example.org");

  private final Account account = Account.standard();

  @Test
  void tellsOfANewContactOnce() {
    account.opens(ADA, "Hello");
    account.opens(new Visitor("visit-2", "Ada again", "ada@EXAMPLE.org"), "Hello again");

    JsonNode created = account.stage().bodies().getFirst();
    assertEquals(
        List.of(
            "contact_created",
            "conversation_created",
            "message_created",
            "conversation_created",
            "message_created"),
        account.events());
    assertEquals("Ada", created.path("name").asText());
    assertEquals("ada@example.org", created.path("email").asText());
    assertEquals("contact", created.path("type").asText());
    assertTrue(created.at("/account/id").isInt());
    assertEquals(created.path("id"), account.stage().lastBody().at("/sender/id"));
  }

  @Test
  void tellsWhatChangedOfAContact() {
    String conversation = account.opens(ADA, "Hello");

    Answer changed =
        account.browser(
            "PATCH /contacts/visit-1",
            "{\"name\":\"Ada L.\",\"custom_attributes\":{\"seat\":12},\"email\":null}");
    account.browser("PATCH /contacts/visit-1", "{\"name\":\"Ada L.\"}");

    assertEquals("Ada L.", ChatStage.json(changed).path("name").asText());
    assertEquals(1, account.events().stream().filter("contact_updated"::equals).count());
    assertEquals(
        "[{\"name\":{\"previous_value\":\"Ada\",\"current_value\":\"Ada L.\"}},"
            + "{\"custom_attributes\":{\"previous_value\":{},\"current_value\":{\"seat\":12}}}]",
        account.stage().lastBody().path("changed_attributes").toString());
    JsonNode message = account.get("/conversations/" + conversation + "/messages");
    assertEquals("Ada L.", message.at("/payload/0/sender/name").asText());
    assertEquals(
        12, message.at("/payload/0/sender/custom_attributes/seat").asInt(), "everywhere at once");
  }

  @Test
  void givesAnEmailToOneContactOnly() {
    account.opens(ADA, "Hello");
    account.opens(new Visitor("visit-2", "Bob", "bob@example.org"), "Hello");
    int before = account.stage().webhooks.size();

    Answer taken = account.browser("PATCH /contacts/visit-2", "{\"email\":\"ADA@example.org\"}");
    Answer created = account.call("POST /contacts", "{\"email\":\"ada@example.org\"}");

    assertEquals(422, taken.status());
    assertEquals(
        "{\"message\":\"Email has already been taken\",\"attributes\":[\"email\"]}",
        ChatStage.text(taken));
    assertEquals(422, created.status());
    assertEquals(before, account.stage().webhooks.size());
    account.browser("PATCH /contacts/visit-1", "{\"email\":\"ada@new.example\"}");
    assertEquals(
        200,
        account.browser("PATCH /contacts/visit-2", "{\"email\":\"ada@example.org\"}").status());
  }

  @Test
  void letsThePipelineMakeFindAndChangeContacts() {
    String inbox = account.get("/inboxes").at("/payload/0/id").asText();

    JsonNode created =
        ChatStage.json(
            account.call(
                "POST /contacts",
                """
                {"inbox_id":%s,"source_id":"desk-1","name":"Cyd","email":"cyd@example.org",
                 "phone_number":"+15550100","identifier":"c-1"}"""
                    .formatted(inbox)));
    String id = created.at("/payload/contact/id").asText();
    String opened =
        ChatStage.json(account.browser("POST /contacts/desk-1/conversations", "{}"))
            .path("id")
            .asText();
    account.call("PUT /contacts/" + id, "{\"additional_attributes\":{\"city\":\"Bern\"}}");

    assertEquals("desk-1", created.at("/payload/contact_inbox/source_id").asText());
    JsonNode contact = account.get("/contacts/" + id).path("payload");
    assertEquals("+15550100", contact.path("phone_number").asText());
    assertEquals("Bern", contact.at("/additional_attributes/city").asText());
    assertEquals("desk-1", contact.at("/contact_inboxes/0/source_id").asText());
    for (String wanted : List.of("cYd", "EXAMPLE.org", "5501", "c-1")) {
      assertEquals(
          id, account.get("/contacts/search?q=" + wanted).at("/payload/0/id").asText(), wanted);
    }
    assertEquals(
        opened, account.get("/contacts/" + id + "/conversations").at("/payload/0/id").asText());
    assertEquals(
        List.of("contact_created", "conversation_created", "contact_updated"), account.events());
  }

  @Test
  void listsContactsFifteenAPage() {
    for (int i = 1; i <= 16; i++) {
      account.call("POST /contacts", "{\"name\":\"c" + i + "\"}");
    }

    JsonNode first = account.get("/contacts");
    JsonNode second = account.get("/contacts?page=2");

    assertEquals(16, first.at("/meta/count").asInt());
    assertEquals(15, first.path("payload").size());
    assertEquals("c16", second.at("/payload/0/name").asText());
    assertEquals(2, second.at("/meta/current_page").asInt());
    assertEquals(0, account.get("/contacts?page=999999999").path("payload").size());
  }

  @Test
  void answersWithItsOwnErrors() {
    account.opens(ADA, "Hello");
    int before = account.stage().webhooks.size();

    assertEquals(422, account.call("GET /contacts/search?q=", "").status());
    assertEquals(422, account.call("GET /contacts/search", "").status());
    assertEquals(404, account.call("GET /contacts/99", "").status());
    assertEquals(404, account.call("GET /contacts/x/conversations", "").status());
    assertEquals(404, account.call("DELETE /contacts/1", "").status());
    assertEquals(404, account.call("POST /contacts", "{\"inbox_id\":0}").status());
    assertEquals(404, account.call("GET ", "").status());
    for (String wrong :
        List.of(
            "{\"name\":5}",
            "{\"custom_attributes\":[]}",
            "{\"email\":\"" + "x".repeat(256) + "\"}",
            "{\"custom_attributes\":{\"a\":\"" + "x".repeat(10_001) + "\"}}")) {
      assertEquals(422, account.call("POST /contacts", wrong).status(), wrong);
      assertEquals(422, account.call("PUT /contacts/1", wrong).status(), wrong);
      assertEquals(422, account.browser("PATCH /contacts/visit-1", wrong).status(), wrong);
    }
    for (byte[] body : ChatStage.hostileBodies()) {
      assertEquals(400, account.call("POST /contacts", Map.of(), body).status());
      assertEquals(400, account.browser("PATCH /contacts/visit-1", Map.of(), body).status());
    }
    assertEquals(before, account.stage().webhooks.size());
  }
}
