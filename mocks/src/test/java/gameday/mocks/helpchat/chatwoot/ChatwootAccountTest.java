package gameday.mocks.helpchat.chatwoot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.delivery.Webhook;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatwootAccountTest {
  private static final Visitor ADA = new Visitor("visit-1", "Ada", "ada@example.org");
  private static final Visitor BOB = new Visitor("visit-2", "Bob", "bob@example.org");
  private static final Visitor CYD = new Visitor("visit-3", "Cyd", "cyd@example.org");

  private final Account account = Account.standard();
  private final Chatwoot chat = account.chat();

  @Test
  void letsAnInvitedAgentActFromAcceptingOn() {
    String conversation = account.opens(ADA, "Hello");
    chat.handOver(conversation);
    String agent = chat.invite("Al", "al@example.org");
    int before = account.stage().webhooks.size();

    assertFalse(chat.take(conversation, agent));
    assertFalse(chat.note(conversation, agent, "me?"));
    assertFalse(chat.close(conversation, agent));
    assertEquals(before, account.stage().webhooks.size());
    assertTrue(chat.accept(agent));
    assertTrue(chat.take(conversation, agent));
  }

  @Test
  void showsWhoHasAcceptedTheInvitation() {
    String grace = chat.addAgent("Grace", "grace@example.org");
    String al = chat.invite("Al", "al@example.org");

    JsonNode agents = account.get("/agents");

    assertEquals(3, agents.size());
    assertEquals("administrator", agents.at("/0/role").asText(), "the pipeline's own user");
    assertEquals(grace, agents.at("/1/id").asText());
    assertTrue(agents.at("/1/confirmed").asBoolean());
    assertEquals("online", agents.at("/1/availability_status").asText());
    assertEquals(al, agents.at("/2/id").asText());
    assertFalse(agents.at("/2/confirmed").asBoolean(true));
    assertEquals("offline", agents.at("/2/availability_status").asText());
    chat.accept(al);
    assertTrue(account.get("/agents").at("/2/confirmed").asBoolean());
  }

  @Test
  void showsItsInbox() {
    JsonNode inboxes = account.get("/inboxes").path("payload");

    assertEquals(1, inboxes.size());
    assertEquals("Channel::Api", inboxes.at("/0/channel_type").asText());
    assertTrue(inboxes.at("/0/inbox_identifier").asText().matches("[0-9a-f]{24}"));
  }

  @Test
  void tellsWhoIsTyping() {
    String conversation = account.opens(ADA, "Hello");
    String browser = "POST /contacts/visit-1/conversations/" + conversation + "/toggle_typing";
    String pipeline = "POST /conversations/" + conversation + "/toggle_typing_status";

    assertEquals(200, account.browser(browser, "{\"typing_status\":\"on\"}").status());
    JsonNode visitors = account.stage().lastBody();
    account.call(pipeline, "{\"typing_status\":\"off\",\"is_private\":true}");
    JsonNode pipelines = account.stage().lastBody();
    account.call(pipeline, "{\"typing_status\":\"dancing\"}");

    assertEquals("conversation_typing_on", visitors.path("event").asText());
    assertEquals("contact", visitors.at("/user/type").asText());
    assertEquals(conversation, visitors.at("/conversation/id").asText());
    assertFalse(visitors.path("is_private").asBoolean(true));
    assertEquals("conversation_typing_off", pipelines.path("event").asText());
    assertEquals("user", pipelines.at("/user/type").asText());
    assertTrue(pipelines.path("is_private").asBoolean());
    assertEquals(5, account.events().size(), "nothing for what is neither on nor off");
  }

  @Test
  void snoozesUntilTheVisitorWrites() {
    String conversation = account.opens(ADA, "Hello");
    String path = "POST /conversations/" + conversation + "/toggle_status";

    JsonNode snoozed =
        ChatStage.json(account.call(path, "{\"status\":\"snoozed\",\"snoozed_until\":1795341600}"));
    JsonNode shown = account.get("/conversations/" + conversation);
    int wrong = account.call(path, "{\"status\":\"snoozed\",\"snoozed_until\":\"soon\"}").status();
    account.stage().send(chat, chat.visitors().message(ADA, conversation, "Still there"));
    JsonNode woken = account.get("/conversations/" + conversation);

    assertEquals("snoozed", snoozed.at("/payload/current_status").asText());
    assertEquals("2026-11-22T10:00:00Z", snoozed.at("/payload/snoozed_until").asText());
    assertEquals("2026-11-22T10:00:00Z", shown.path("snoozed_until").asText());
    assertEquals(422, wrong);
    assertEquals("open", woken.path("status").asText());
    assertTrue(woken.path("snoozed_until").isNull());
    String iso = "{\"status\":\"snoozed\",\"snoozed_until\":\"2026-11-22T11:00:00+01:00\"}";
    assertEquals(
        "2026-11-22T10:00:00Z",
        ChatStage.json(account.call(path, iso)).at("/payload/snoozed_until").asText());
  }

  @Test
  void opensForHumansWhatTheBotCouldNotHear() {
    Account bots = Account.of(ChatwootSettings.standard().openWhenBotFails());
    String conversation = bots.opens(ADA, "Hello");
    Webhook created = bots.stage().webhooks.get(1);
    Webhook message = bots.stage().webhooks.get(2);

    bots.chat().deliveries().attempted(created, 0, 0, 1);
    bots.chat().deliveries().attempted(message, 0, 204, 1);
    bots.chat().deliveries().refused(message, 100);
    assertEquals(3, bots.stage().webhooks.size());
    bots.chat().deliveries().attempted(message, 0, 503, 1);
    bots.chat().deliveries().attempted(message, 0, 503, 1);

    JsonNode shown = bots.get("/conversations/" + conversation);
    JsonNode last = bots.get("/conversations/" + conversation + "/messages").at("/payload/1");
    assertEquals("open", shown.path("status").asText());
    assertEquals(2, last.path("message_type").asInt(), "an activity");
    assertEquals(
        "Conversation was marked open by system due to an error with the agent bot.",
        last.path("content").asText());
    assertEquals("Hello", shown.at("/messages/0/content").asText());
    assertEquals(
        List.of("conversation_status_changed", "conversation_updated"),
        bots.events().subList(3, 5));
    assertEquals(5, bots.events().size());
  }

  @Test
  void leavesConversationsAloneWhenAnAccountsWebhookFails() {
    String conversation = account.opens(ADA, "Hello");

    chat.deliveries().attempted(account.stage().webhooks.getLast(), 0, 0, 1);

    assertEquals("pending", account.get("/conversations/" + conversation).path("status").asText());
  }

  @Test
  void forgetsTheConversationThatWasResolvedLongestAgo() {
    Account small = Account.of(ChatwootSettings.standard().conversations(2));
    String first = small.opens(ADA, "first");
    String second = small.opens(BOB, "second");
    small.chat().close(second, Chatwoot.CHATBOT);
    small.chat().close(first, Chatwoot.CHATBOT);
    small.stage().send(small.chat(), small.chat().visitors().message(ADA, first, "again"));

    String third = small.opens(CYD, "third");

    assertEquals(404, small.call("GET /conversations/" + second, "").status());
    assertEquals(404, small.call("GET /conversations/" + second + "/messages", "").status());
    assertFalse(small.chat().note(second, small.chat().addAgent("G", "g@example.org"), "x"));
    assertEquals(200, small.call("GET /conversations/" + first, "").status());
    assertEquals(200, small.call("GET /conversations/" + third, "").status());
    assertEquals(200, small.browser("GET /contacts/visit-1", "").status());
  }

  @Test
  void forgetsVisitsAndContactsWithoutAConversation() {
    Account small = Account.of(ChatwootSettings.standard().conversations(1));
    String first = small.opens(ADA, "first");
    small.chat().close(first, Chatwoot.CHATBOT);
    small.opens(BOB, "second");

    assertEquals(200, small.browser("GET /contacts/visit-1", "").status());
    small.browser("POST /contacts", "{\"source_id\":\"visit-3\",\"name\":\"Cyd\"}");
    assertEquals(404, small.browser("GET /contacts/visit-1", "").status(), "2 visits are kept");
    assertEquals(200, small.browser("GET /contacts/visit-2", "").status());
    assertEquals(1, small.get("/contacts/search?q=ada").path("payload").size());
    small.browser("POST /contacts", "{\"source_id\":\"visit-4\",\"name\":\"Dan\"}");
    assertEquals(0, small.get("/contacts/search?q=ada").path("payload").size(), "3 contacts are");
    assertEquals(1, small.get("/contacts/search?q=bob").path("payload").size());
    small.browser("POST /contacts", "{\"name\":\"A new one\",\"email\":\"ada@example.org\"}");
    assertEquals("A new one", small.get("/contacts/search?q=ada").at("/payload/0/name").asText());
  }

  @Test
  void refusesAConversationWhileAllAreOpen() {
    Account small = Account.of(ChatwootSettings.standard().conversations(2));
    small.opens(ADA, "first");
    String second = small.opens(BOB, "second");
    int before = small.stage().webhooks.size();

    assertEquals(422, small.browser("POST /contacts/visit-1/conversations", "{}").status());
    assertEquals(before, small.stage().webhooks.size());
    small.chat().close(second, Chatwoot.CHATBOT);
    assertEquals(200, small.browser("POST /contacts/visit-1/conversations", "{}").status());
    assertEquals(404, small.call("GET /conversations/" + second, "").status());
  }
}
