package gameday.mocks.helpchat.smartloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.chat.ChatStage;
import gameday.mocks.chat.RequestJson;
import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.http.Answer;
import graphql.introspection.IntrospectionQuery;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphqlApiTest {
  private static final Visitor ADA =
      new Visitor("u-1", "Ada", "ada@example.org", "https://horizon.example/stage");
  private static final String SEND =
      "mutation Send($b: ID!, $u: ID!, $m: JSON) "
          + "{ sent: sendToUser(botId: $b, userId: $u, messages: $m) }";

  private final ChatStage stage = new ChatStage();
  private final Smartloop chat = new Smartloop(7, stage.surroundings());
  private final String bot = chat.credentials().get("HELP_CHAT_ACCOUNT");

  @Test
  void answersErrorsInTheShapeOfGraphql() {
    opens(ADA, "Hello");
    String stranger = "{ thread(botId: \"" + bot + "\", userId: \"u-9\") { name } }";

    Answer unsigned = stage.call(chat, "POST /v1/graphql", Map.of(), "{\"query\":\"{x}\"}");
    JsonNode unknown = graphql(stranger, RequestJson.tree(null));
    Answer otherBot = post("{ openThreads(botId: \"00\") { userId } }");

    assertEquals(401, unsigned.status());
    assertEquals("{\"errors\":[{\"message\":\"Unauthorized\"}]}", ChatStage.text(unsigned));
    assertTrue(unknown.at("/data/thread").isNull());
    assertEquals("Thread not found", unknown.at("/errors/0/message").asText());
    assertEquals("Bot not found", ChatStage.json(otherBot).at("/errors/0/message").asText());
    assertEquals(404, stage.call(chat, "POST /v2/graphql", withKey(), "{}").status());
    assertEquals(405, stage.call(chat, "GET /v1/graphql", withKey(), "").status());
  }

  @Test
  void takesNothingFromWrongDocuments() {
    opens(ADA, "Hello");

    for (byte[] body : ChatStage.hostileBodies()) {
      assertEquals(400, stage.call(chat, "POST /v1/graphql", withKey(), body).status());
      assertEquals(
          400, stage.call(chat, "POST /web/" + bot + "/messages", Map.of(), body).status());
    }
    for (String document :
        List.of(
            "",
            "{",
            "{}",
            "{ unknown }",
            "{ thread(botId: \"" + bot + "\", userId: \"u-1\") }",
            "{ sendToUser(botId: \"x\", userId: \"u-1\", messages: []) }",
            "mutation { sendToUser(botId: \"" + bot + "\") }",
            "mutation { sendToUser(botId: {}, userId: [], messages: 1) }",
            "{ thread(botId: \"unterminated }",
            "{ thread(a: 01) }",
            "{ ...F }",
            "query A { __typename } query B { __typename }",
            "subscription { thread }")) {
      assertEquals(400, post(document).status(), document);
    }
    for (String messages :
        List.of(
            "5",
            "[]",
            "[[]]",
            "[{\"type\":\"text\"}]",
            "[{\"type\":\"bomb\"}]",
            "[{\"type\":\"text\",\"text\":\"x\",\"quickReplies\":{}}]",
            "[{\"type\":\"button-template\",\"text\":\"" + "x".repeat(10_001) + "\"}]",
            "\"text\"")) {
      JsonNode answer = graphql(SEND, RequestJson.read(messages).orElseThrow());
      assertEquals("messages is not a list of messages", answer.at("/errors/0/message").asText());
      assertTrue(answer.at("/data/sent").isNull());
    }

    assertEquals(1, stage.webhooks.size());
    assertEquals(1, stage.heard.size());
  }

  @Test
  void doesNothingOfADocumentWithAFault() {
    opens(ADA, "Hello");
    String arguments = "(botId: \"" + bot + "\", userId: \"u-1\")";

    Answer answer = post("mutation { startHandoff" + arguments + " startParty" + arguments + " }");

    assertEquals(400, answer.status());
    assertEquals(1, stage.webhooks.size());
  }

  @Test
  void goesOnAfterAFieldThatFails() {
    opens(ADA, "Hello");
    String document =
        "mutation($b: ID!) { a: startHandoff(botId: $b, userId: \"u-9\")"
            + " b: startHandoff(botId: $b, userId: \"u-1\") }";

    JsonNode answer = graphql(document, RequestJson.tree(null));

    assertEquals("{\"a\":null,\"b\":true}", answer.path("data").toString());
    assertEquals(1, answer.path("errors").size());
    assertEquals("[\"a\"]", answer.at("/errors/0/path").toString());
    assertEquals("{\"line\":1,\"column\":21}", answer.at("/errors/0/locations/0").toString());
  }

  @Test
  void speaksWholeGraphql() {
    opens(ADA, "Hello");
    String document =
        """
        query First { openThreads(botId: "%s") { userId } }
        query Second($more: Boolean!) {
          me: thread(botId: "%s", userId: "u-1") { ...Who page @include(if: $more) }
        }
        fragment Who on Thread { name ... on Thread { email } }"""
            .formatted(bot, bot);
    ObjectNode body = RequestJson.object().put("query", document).put("operationName", "Second");
    body.putObject("variables").put("more", false);

    JsonNode answer =
        ChatStage.json(stage.call(chat, "POST /v1/graphql", withKey(), body.toString()));

    assertEquals(
        "{\"data\":{\"me\":{\"name\":\"Ada\",\"email\":\"ada@example.org\"}}}", answer.toString());
    for (String wrong : List.of("{\"operationName\":5}", "{\"variables\":[]}")) {
      ObjectNode faulty = (ObjectNode) RequestJson.read(wrong).orElseThrow();
      faulty.put("query", "{ __typename }");
      assertEquals(
          400, stage.call(chat, "POST /v1/graphql", withKey(), faulty.toString()).status());
    }
  }

  @Test
  void describesItself() {
    JsonNode described =
        ChatStage.json(
            post("{ __type(name: \"Mutation\") { fields { name args { name type { kind } } } } }"));

    assertEquals(
        "[{\"name\":\"botId\",\"type\":{\"kind\":\"NON_NULL\"}},"
            + "{\"name\":\"userId\",\"type\":{\"kind\":\"NON_NULL\"}},"
            + "{\"name\":\"messages\",\"type\":{\"kind\":\"SCALAR\"}}]",
        described
            .at("/data/__type/fields")
            .valueStream()
            .filter(it -> it.path("name").asText().equals("sendToUser"))
            .map(it -> it.path("args").toString())
            .findFirst()
            .orElseThrow());
    assertEquals(200, post(IntrospectionQuery.INTROSPECTION_QUERY).status());
  }

  private String opens(Visitor visitor, String text) {
    return stage.opens(chat, chat.visitors(), visitor, text);
  }

  private Map<String, String> withKey() {
    return Map.of("x-api-key", chat.credentials().get("HELP_CHAT_TOKEN"));
  }

  private Answer post(String document) {
    String body = RequestJson.object().put("query", document).toString();
    return stage.call(chat, "POST /v1/graphql", withKey(), body);
  }

  private JsonNode graphql(String document, JsonNode messages) {
    ObjectNode body = RequestJson.object().put("query", document);
    ObjectNode variables = body.putObject("variables").put("b", bot);
    if (!messages.isNull()) {
      variables.put("u", "u-1").set("m", messages);
    }
    Answer answer = stage.call(chat, "POST /v1/graphql", withKey(), body.toString());
    assertEquals(200, answer.status(), ChatStage.text(answer));
    return ChatStage.json(answer);
  }
}
