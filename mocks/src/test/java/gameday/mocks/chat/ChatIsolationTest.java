package gameday.mocks.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameday.mocks.chat.VisitorApi.Visitor;
import gameday.mocks.delivery.Webhook;
import gameday.mocks.helpchat.chatwoot.Chatwoot;
import gameday.mocks.helpchat.smartloop.Smartloop;
import gameday.mocks.http.Answer;
import gameday.mocks.modchat.ModChat;
import gameday.mocks.modchat.ModChatDoor;
import gameday.mocks.modchat.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever is said in a conversation bears its mark; no mark may show up anywhere else. */
class ChatIsolationTest {
  private static final int CLIENTS = 200;
  private static final Pattern MARK = Pattern.compile("mark-[0-9]+-");

  private final ChatStage stage = new ChatStage();

  /** What a client does in a product, and what it then sees. */
  private interface Client {
    String conversation(String mark);

    Answer pipelineReplies(String conversation, String text);

    List<Answer> sees(String conversation, String mark);
  }

  @Test
  void keepsConversationsOfChatwootApart() throws Exception {
    Chatwoot chat = new Chatwoot(7, stage.surroundings());
    Map<String, String> token =
        Map.of("api_access_token", chat.credentials().get("HELP_CHAT_TOKEN"));
    String account =
        "/api/v1/accounts/" + chat.credentials().get("HELP_CHAT_ACCOUNT") + "/conversations/";

    everybodyAtOnce(
        chat,
        new Client() {
          @Override
          public String conversation(String mark) {
            return stage.opens(chat, chat.visitors(), visitor(mark), mark);
          }

          @Override
          public Answer pipelineReplies(String conversation, String text) {
            return stage.call(
                chat, "POST " + account + conversation + "/messages", token, json("content", text));
          }

          @Override
          public List<Answer> sees(String conversation, String mark) {
            String path = chat.visitors().message(visitor(mark), conversation, "x").path();
            String browser = path.substring(chat.prefix().length());
            return List.of(
                stage.call(chat, "GET " + account + conversation, token, ""),
                stage.call(chat, "GET " + account + conversation + "/messages", token, ""),
                stage.call(chat, "GET " + browser, Map.of(), ""));
          }
        });
  }

  @Test
  void keepsThreadsOfSmartloopApart() throws Exception {
    Smartloop chat = new Smartloop(7, stage.surroundings());
    String bot = chat.credentials().get("HELP_CHAT_ACCOUNT");
    Map<String, String> key = Map.of("x-api-key", chat.credentials().get("HELP_CHAT_TOKEN"));
    Function<String, Answer> graphql =
        document -> stage.call(chat, "POST /v1/graphql", key, json("query", document));

    everybodyAtOnce(
        chat,
        new Client() {
          @Override
          public String conversation(String mark) {
            return stage.opens(chat, chat.visitors(), visitor(mark), mark);
          }

          @Override
          public Answer pipelineReplies(String conversation, String text) {
            return graphql.apply(
                "mutation { sendToUser(botId: \"%s\", userId: \"%s\", messages: %s) }"
                    .formatted(bot, conversation, "{type: \"text\", text: \"" + text + "\"}"));
          }

          @Override
          public List<Answer> sees(String conversation, String mark) {
            return List.of(
                graphql.apply(
                    "{ thread(botId: \"%s\", userId: \"%s\") { name messages { payload } } }"
                        .formatted(bot, conversation)),
                stage.call(
                    chat, "GET /web/" + bot + "/messages?userId=" + conversation, Map.of(), ""));
          }
        });
  }

  @Test
  void keepsSessionsOfModChatApart() throws Exception {
    ModChat chat = new ModChat(7, stage.surroundings(), new NobodysDoor());
    Map<String, String> token =
        Map.of("authorization", "Bearer " + chat.credentials().get("MOD_CHAT_TOKEN"));

    everybodyAtOnce(
        chat,
        new Client() {
          @Override
          public String conversation(String mark) {
            chat.addSession(mark, mark, "https://horizon.example/" + mark);
            chat.addMember(mark, mark + "@example.org", Role.SPEAKER);
            return stage.opens(chat, chat.members(mark), visitor(mark), mark);
          }

          @Override
          public Answer pipelineReplies(String conversation, String text) {
            return stage.call(
                chat,
                "POST /api/questions/" + conversation + "/replies",
                token,
                json("text", text));
          }

          @Override
          public List<Answer> sees(String conversation, String mark) {
            String path = "/api/sessions/" + mark + "/messages?email=" + mark + "@example.org";
            return List.of(stage.call(chat, "GET " + path, Map.of(), ""));
          }
        });
  }

  private void everybodyAtOnce(AgentDesk desk, Client client) throws Exception {
    String agent = desk.addAgent("Grace", "grace@example.org");
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Set<String>>> strangers = new ArrayList<>();

    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < CLIENTS; number++) {
        String mark = "mark-" + number + "-";
        strangers.add(
            clients.submit(
                () -> {
                  start.await();
                  return strangersSeen(desk, agent, client, mark);
                }));
      }
      start.countDown();
    }

    for (Future<Set<String>> seen : strangers) {
      assertEquals(Set.of(), seen.get());
    }
    checkWebhooks();
    checkListener();
  }

  private static Set<String> strangersSeen(
      AgentDesk desk, String agent, Client client, String mark) {
    String conversation = client.conversation(mark);
    desk.reply(conversation, agent, mark + "from the agent");
    assertEquals(2, client.pipelineReplies(conversation, mark + "sent").status() / 100);
    desk.close(conversation, agent);
    Set<String> seen = new TreeSet<>();
    for (Answer answer : client.sees(conversation, mark)) {
      assertEquals(200, answer.status());
      String text = ChatStage.text(answer);
      assertTrue(text.contains(mark + "sent"), "something of its own is missing");
      seen.addAll(marks(text));
    }
    seen.remove(mark);
    return seen;
  }

  private void checkWebhooks() {
    Map<String, String> markOf = new HashMap<>();
    for (Webhook webhook : stage.webhooks) {
      Set<String> marks = marks(new String(webhook.body(), StandardCharsets.UTF_8));
      assertEquals(1, marks.size(), () -> "webhook of " + webhook.conversation() + ": " + marks);
      String mark = marks.iterator().next();
      assertEquals(mark, markOf.computeIfAbsent(webhook.conversation(), it -> mark));
    }
    assertEquals(
        stage.webhooks.size(), stage.webhooks.stream().map(Webhook::delivery).distinct().count());
  }

  private void checkListener() {
    Map<String, String> markOf = new HashMap<>();
    for (String heard : stage.heard) {
      Set<String> marks = marks(heard);
      assertEquals(1, marks.size(), heard);
      String mark = marks.iterator().next();
      assertEquals(mark, markOf.computeIfAbsent(heard.split("[ :]")[1], it -> mark), heard);
    }
    assertEquals(CLIENTS, markOf.size());
  }

  private static Set<String> marks(String text) {
    return MARK.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Visitor visitor(String mark) {
    return new Visitor(mark, mark, mark + "@example.org", "https://horizon.example/" + mark);
  }

  private static String json(String name, String value) {
    return RequestJson.object().put(name, value).toString();
  }

  private static final class NobodysDoor implements ModChatDoor {
    @Override
    public void refused(String session, String email, boolean writing) {}

    @Override
    public void granted(String session, String email) {}
  }
}
