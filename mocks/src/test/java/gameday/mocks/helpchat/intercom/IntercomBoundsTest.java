package gameday.mocks.helpchat.intercom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.http.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A workspace that keeps two conversations and six contacts. */
class IntercomBoundsTest {
  private final ChatStage stage = new ChatStage();
  private final Intercom chat = new Intercom(7, stage.surroundings(), 2);
  private final String agent = chat.addAgent("Grace", "grace@example.org");

  @Test
  void forgetsWhatWasClosedLongestAgoAndNothingThatIsOpen() {
    String first = opens(1);
    String second = opens(2);
    assertTrue(chat.handOver(first) && chat.take(first, agent));
    assertTrue(chat.close(first, agent));

    String third = opens(3);

    assertEquals(404, status(first));
    assertEquals(200, status(second));
    assertEquals(200, status(third));
    assertFalse(chat.reply(first, agent, "late"));
  }

  @Test
  void holdsWhatWasOpenedAgain() {
    String first = opens(1);
    String second = opens(2);
    assertTrue(chat.close(first, agent) && chat.close(second, agent));
    stage.send(chat, chat.visitors().message(visitor(1), first, "still there?"));

    String third = opens(3);

    assertEquals(200, status(first));
    assertEquals(404, status(second));
    assertEquals(200, status(third));
  }

  @Test
  void refusesAnotherOneWhileAllAreOpen() {
    opens(1);
    opens(2);

    var call = chat.visitors().opening(visitor(3), "question 3").getFirst().call(Map.of());
    int refused = stage.send(chat, call).status();

    assertEquals(4, refused / 100, "was " + refused);
  }

  @Test
  void forgetsContactsWithoutAConversation() {
    String first = opens(1);
    assertTrue(chat.close(first, agent));
    for (int i = 2; i <= 20; i++) {
      assertTrue(chat.close(opens(i), agent));
    }

    assertEquals(6, contacts());
  }

  @Test
  void letsInvitedAgentsDoNothingBeforeTheyAccept() {
    String invited = chat.invite("Hopper", "hopper@example.org");
    String conversation = opens(1);
    assertTrue(chat.handOver(conversation));

    assertFalse(chat.take(conversation, invited));
    assertEquals(2, chat.colleagues().size());
    assertEquals(2, admins());
    assertTrue(chat.accept(invited));
    assertTrue(chat.take(conversation, invited));
    assertEquals(3, admins());
  }

  private int admins() {
    return ChatStage.json(call("GET /admins", "")).path("admins").size();
  }

  private int contacts() {
    String any = "{\"query\":{\"field\":\"role\",\"operator\":\"=\",\"value\":\"user\"}}";
    return ChatStage.json(call("POST /contacts/search", any)).path("total_count").asInt();
  }

  private int status(String conversation) {
    return call("GET /conversations/" + conversation, "").status();
  }

  private Answer call(String line, String body) {
    String token = "Bearer " + chat.credentials().get("HELP_CHAT_TOKEN");
    return stage.call(chat, line, Map.of("authorization", token), body);
  }

  private String opens(int number) {
    return stage.opens(chat, chat.visitors(), visitor(number), "question " + number);
  }

  private static Visitor visitor(int number) {
    return new Visitor("visit-" + number, "Ada " + number, "ada" + number + "@example.org");
  }
}
