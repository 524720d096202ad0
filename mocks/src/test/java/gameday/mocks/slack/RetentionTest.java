package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameday.mocks.faults.Faults;
import gameday.mocks.http.Call;
import gameday.mocks.slack.limits.RateLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private final SettableClock clock = new SettableClock(1_700_000_000L);

  private SlackWorkspace workspace(int messages, long characters) {
    var bounds = new WorkspaceBounds(messages, characters, 3, 4);
    return new SlackWorkspace("acme", clock, new Faults(1), bounds);
  }

  private static List<String> texts(SlackWorkspace workspace, String channelId) {
    return workspace.state().channels.byId(channelId).orElseThrow().messages.values().stream()
        .map(message -> message.text)
        .toList();
  }

  @Test
  void forgetsTheThreadThatNothingHappenedInForLongest() {
    var workspace = workspace(4, 1_000);
    var one = workspace.createChannel("one");
    var two = workspace.createChannel("two");
    var ada = workspace.addPerson("Ada", "ada@example.com");
    var a = workspace.post(ada, one, "a", Optional.empty());
    workspace.post(ada, two, "b", Optional.empty());
    workspace.post(ada, one, "a1", a);
    workspace.post(ada, one, "c", Optional.empty());

    workspace.post(ada, one, "d", Optional.empty());
    assertEquals(List.of(), texts(workspace, two));
    assertEquals(List.of("a", "a1", "c", "d"), texts(workspace, one));

    workspace.post(ada, two, "e", Optional.empty());
    assertEquals(List.of("c", "d"), texts(workspace, one));
    assertEquals(List.of("e"), texts(workspace, two));
  }

  @Test
  void takesEditsAndReactionsForActivity() {
    var workspace = workspace(3, 1_000);
    var channel = workspace.createChannel("one");
    var ada = workspace.addPerson("Ada", "ada@example.com");
    var a = workspace.post(ada, channel, "a", Optional.empty()).orElseThrow();
    var b = workspace.post(ada, channel, "b", Optional.empty()).orElseThrow();
    workspace.post(ada, channel, "c", Optional.empty());
    workspace.react(ada, channel, a, "eyes");
    workspace.edit(ada, channel, b, "bb");

    workspace.post(ada, channel, "d", Optional.empty());
    workspace.post(ada, channel, "e", Optional.empty());

    assertEquals(List.of("bb", "d", "e"), texts(workspace, channel));
  }

  @Test
  void forgetsTheOldestRepliesIfOnlyOneThreadIsLeft() {
    var workspace = workspace(3, 1_000);
    var channel = workspace.createChannel("one");
    var ada = workspace.addPerson("Ada", "ada@example.com");
    var parent = workspace.post(ada, channel, "p", Optional.empty());
    IntStream.range(0, 5).forEach(n -> workspace.post(ada, channel, "r" + n, parent));

    assertEquals(List.of("p", "r3", "r4"), texts(workspace, channel));
  }

  @Test
  void countsCharactersToo() {
    var workspace = workspace(100, 100);
    var channel = workspace.createChannel("one");
    var ada = workspace.addPerson("Ada", "ada@example.com");
    workspace.post(ada, channel, "a".repeat(60), Optional.empty());
    var b = workspace.post(ada, channel, "b".repeat(40), Optional.empty()).orElseThrow();
    assertEquals(2, texts(workspace, channel).size());

    workspace.edit(ada, channel, b, "b".repeat(41));
    assertEquals(List.of("b".repeat(41)), texts(workspace, channel));

    workspace.post(ada, channel, "c".repeat(59), Optional.empty());
    workspace.delete(ada, channel, b);
    workspace.post(ada, channel, "d".repeat(41), Optional.empty());
    assertEquals(List.of("c".repeat(59), "d".repeat(41)), texts(workspace, channel));

    workspace.post(ada, channel, "e".repeat(101), Optional.empty());
    assertEquals(List.of("e".repeat(101)), texts(workspace, channel));
  }

  @Test
  void saysOfForgottenMessagesThatTheyAreNotThere() {
    var workspace = workspace(1, 1_000);
    var channel = workspace.createChannel("one");
    var credentials = SlackCredentials.of(1);
    var api = new SlackApi(workspace, credentials, RateLimits.off());
    var ask = "channel=" + channel + "&text=x&ts=1700000000.000001&token=" + credentials.botToken();

    assertEquals("ok", called(api, "chat.postMessage", ask));
    assertEquals("ok", called(api, "chat.postMessage", ask));

    assertEquals("message_not_found", called(api, "chat.update", ask));
    assertEquals("thread_not_found", called(api, "conversations.replies", ask));
    assertEquals(
        "thread_not_found", called(api, "chat.postMessage", ask + "&thread_ts=1700000000.000001"));
    assertEquals(
        "message_not_found",
        called(api, "reactions.add", ask + "&name=eyes&timestamp=1700000000.000001"));
  }

  private static String called(SlackApi api, String method, String form) {
    var headers = Map.of("content-type", List.of("application/x-www-form-urlencoded"));
    return api.answer(new Call("POST", "/api/" + method, Map.of(), headers, form.getBytes()))
        .outcome();
  }

  @Test
  void takesNoMoreChannelsAndPeopleThanItHasRoomFor() {
    var workspace = workspace(1, 1_000);
    IntStream.range(0, 3).forEach(n -> workspace.createChannel("c" + n));
    IntStream.range(0, 3).forEach(n -> workspace.addPerson("P" + n, n + "@example.com"));
    var credentials = SlackCredentials.of(1);
    var api = new SlackApi(workspace, credentials, RateLimits.off());

    assertThrows(IllegalStateException.class, () -> workspace.createChannel("more"));
    assertThrows(IllegalStateException.class, () -> workspace.addPerson("X", "x@example.com"));
    assertEquals(
        "cannot_create_channel",
        called(api, "conversations.create", "name=more&token=" + credentials.botToken()));
    assertEquals(
        "ok",
        called(
            api,
            "conversations.open",
            "users=" + Ids.of("U", "0@example.com") + "&token=" + credentials.botToken()));
  }

  @Test
  void refusesBoundsThatHoldNothing() {
    assertThrows(IllegalArgumentException.class, () -> new WorkspaceBounds(0, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new WorkspaceBounds(1, 1, 1, 0));
  }
}
