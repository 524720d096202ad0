package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message;
import gameday.mocks.faults.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Slack's own Java client makes of the mock. */
class SlackClientTest {
  private final RunningSlack slack = new RunningSlack();

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void saysWhoTheBotIs() throws Exception {
    var who = slack.client().authTest(request -> request);

    assertTrue(who.isOk());
    assertEquals("https://acme.slack.com/", who.getUrl());
    assertEquals(slack.workspace.botUserId(), who.getUserId());
    assertEquals(slack.workspace.teamId(), who.getTeamId());
    assertTrue(who.getBotId().startsWith("B"));
  }

  @Test
  void postsIntoAChannelAndItsThread() throws Exception {
    var parent =
        slack.client().chatPostMessage(post -> post.channel(slack.channel).text("no sound"));
    var reply =
        slack
            .client()
            .chatPostMessage(
                post -> post.channel(slack.channel).threadTs(parent.getTs()).text("again"));

    var thread =
        slack
            .client()
            .conversationsReplies(ask -> ask.channel(slack.channel).ts(parent.getTs()))
            .getMessages();
    assertEquals("1700000000.000001", parent.getTs());
    assertEquals(slack.channel, parent.getChannel());
    assertEquals(slack.workspace.botUserId(), parent.getMessage().getUser());
    assertEquals(List.of("no sound", "again"), thread.stream().map(Message::getText).toList());
    assertEquals(1, thread.getFirst().getReplyCount());
    assertEquals(reply.getTs(), thread.getFirst().getLatestReply());
    assertEquals(parent.getTs(), thread.getLast().getThreadTs());
    assertEquals(slack.workspace.botUserId(), thread.getLast().getParentUserId());
  }

  @Test
  void findsItsOwnMessageAgainByMetadata() throws Exception {
    slack
        .client()
        .chatPostMessage(
            post ->
                post.channel("#event-summit")
                    .text("no sound")
                    .metadata(
                        Message.Metadata.builder()
                            .eventType("escalation")
                            .eventPayload(Map.of("issue", "i-7"))
                            .build()));

    var with =
        slack
            .client()
            .conversationsHistory(ask -> ask.channel(slack.channel).includeAllMetadata(true));
    var without = slack.client().conversationsHistory(ask -> ask.channel(slack.channel));

    var metadata = with.getMessages().getFirst().getMetadata();
    assertEquals("escalation", metadata.getEventType());
    assertEquals(Map.of("issue", "i-7"), metadata.getEventPayload());
    assertEquals(null, without.getMessages().getFirst().getMetadata());
  }

  @Test
  void pagesThroughHistoryNewestFirstWithoutReplies() throws Exception {
    var first = slack.workspace.post(slack.ada, slack.channel, "1", Optional.empty());
    for (var text : List.of("2", "3", "4", "5")) {
      slack.workspace.post(slack.ada, slack.channel, text, Optional.empty());
    }
    slack.workspace.post(slack.ada, slack.channel, "reply", first);

    var one = slack.client().conversationsHistory(ask -> ask.channel(slack.channel).limit(2));
    var two =
        slack
            .client()
            .conversationsHistory(
                ask ->
                    ask.channel(slack.channel)
                        .limit(2)
                        .cursor(one.getResponseMetadata().getNextCursor()));
    var three =
        slack
            .client()
            .conversationsHistory(
                ask ->
                    ask.channel(slack.channel)
                        .limit(2)
                        .cursor(two.getResponseMetadata().getNextCursor()));

    assertEquals(List.of("5", "4"), one.getMessages().stream().map(Message::getText).toList());
    assertEquals(List.of("3", "2"), two.getMessages().stream().map(Message::getText).toList());
    assertEquals(List.of("1"), three.getMessages().stream().map(Message::getText).toList());
    assertTrue(two.isHasMore());
    assertFalse(three.isHasMore());
    assertEquals("", three.getResponseMetadata().getNextCursor());
  }

  @Test
  void findsPeopleByTheirAddress() throws Exception {
    var found = slack.client().usersLookupByEmail(ask -> ask.email("Ada@Example.com"));
    var nobody = slack.client().usersLookupByEmail(ask -> ask.email("eve@example.com"));

    assertEquals(slack.ada, found.getUser().getId());
    assertEquals("Ada Lovelace", found.getUser().getProfile().getRealName());
    assertEquals("users_not_found", nobody.getError());
  }

  @Test
  void listsPeopleMembersChannelsAndGroups() throws Exception {
    var group = slack.workspace.addUserGroup("tech-support", List.of(slack.ada));
    slack.workspace.join(slack.channel, slack.ada);

    var client = slack.client();
    assertEquals(2, client.usersList(ask -> ask).getMembers().size());
    assertEquals("ada.lovelace", client.usersInfo(a -> a.user(slack.ada)).getUser().getName());
    assertEquals(
        List.of(slack.workspace.botUserId(), slack.ada),
        client.conversationsMembers(ask -> ask.channel(slack.channel)).getMembers());
    assertEquals(
        "event-summit", client.conversationsList(ask -> ask).getChannels().getFirst().getName());
    assertTrue(client.conversationsInfo(a -> a.channel(slack.channel)).getChannel().isMember());
    var groups = client.usergroupsList(ask -> ask.includeUsers(true)).getUsergroups();
    assertEquals(group, groups.getFirst().getId());
    assertEquals(List.of(slack.ada), groups.getFirst().getUsers());
  }

  @Test
  void editsAndReacts() throws Exception {
    var client = slack.client();
    var ts = client.chatPostMessage(p -> p.channel(slack.channel).text("one user")).getTs();

    client.chatUpdate(update -> update.channel(slack.channel).ts(ts).text("two users"));
    client.reactionsAdd(add -> add.channel(slack.channel).timestamp(ts).name("eyes"));
    var twice = client.reactionsAdd(a -> a.channel(slack.channel).timestamp(ts).name("eyes"));

    var message =
        client.conversationsHistory(ask -> ask.channel(slack.channel)).getMessages().getFirst();
    assertEquals("two users", message.getText());
    assertEquals(slack.workspace.botUserId(), message.getEdited().getUser());
    assertEquals("eyes", message.getReactions().getFirst().getName());
    assertEquals("already_reacted", twice.getError());

    client.reactionsRemove(r -> r.channel(slack.channel).timestamp(ts).name("eyes"));
    var gone = client.reactionsRemove(r -> r.channel(slack.channel).timestamp(ts).name("eyes"));
    assertEquals("no_reaction", gone.getError());
  }

  @Test
  void linksToAMessageInAThread() throws Exception {
    var parent = slack.workspace.post(slack.ada, slack.channel, "p", Optional.empty());
    var reply = slack.workspace.post(slack.ada, slack.channel, "r", parent).orElseThrow();

    var link = slack.client().chatGetPermalink(ask -> ask.channel(slack.channel).messageTs(reply));

    assertEquals(
        "https://acme.slack.com/archives/%s/p1700000000000002?thread_ts=%s&cid=%s"
            .formatted(slack.channel, parent.orElseThrow(), slack.channel),
        link.getPermalink());
  }

  @Test
  void tellsTheClientToWaitWhenAChannelHasHadItsBurst() throws Exception {
    try (var limited = new RunningSlack(1)) {
      for (var n = 0; n < 40; n++) {
        limited.client().chatPostMessage(p -> p.channel(limited.channel).text("x"));
      }

      var refused =
          assertThrows(
              SlackApiException.class,
              () -> limited.client().chatPostMessage(p -> p.channel("event-summit").text("x")));

      assertEquals(429, refused.getResponse().code());
      assertEquals("1", refused.getResponse().header("Retry-After"));
      assertEquals("{\"ok\":false,\"error\":\"ratelimited\"}", refused.getResponseBody());
      assertEquals("slack chat.postMessage 429 ratelimited 1s", limited.calls.lines.getLast());

      limited.nanos.set(1_000_000_000L);
      assertTrue(
          limited.client().chatPostMessage(p -> p.channel(limited.channel).text("x")).isOk());
    }
  }

  @Test
  void tellsTheClientThatItHasPostedTooMuchInAll() throws Exception {
    try (var limited = new RunningSlack(1)) {
      for (var n = 0; n < 15; n++) {
        var channel = limited.workspace.createChannel("c" + n);
        for (var m = 0; m < 40; m++) {
          limited.form("chat.postMessage", "text=x&channel=" + channel);
        }
      }

      var refused = limited.form("chat.postMessage", "text=x&channel=event-summit");

      assertEquals(429, refused.statusCode());
      assertEquals("1", refused.headers().firstValue("retry-after").orElseThrow());
      assertEquals("{\"ok\":false,\"error\":\"rate_limited\"}", refused.body());
    }
  }

  @Test
  void isGoneDuringAnOutage() throws Exception {
    slack.faults.begin("slack", new Fault.Outage());

    var refused =
        assertThrows(
            SlackApiException.class,
            () -> slack.client().chatPostMessage(p -> p.channel(slack.channel).text("x")));

    assertEquals(503, refused.getResponse().code());
    assertEquals(
        Optional.empty(), slack.workspace.post(slack.ada, slack.channel, "x", Optional.empty()));
  }

  @Test
  void keepsWhatItAcceptedWhenTheAnswerIsLost() {
    slack.faults.begin("slack", new Fault.LostAnswers(1));

    assertThrows(
        java.io.IOException.class,
        () -> slack.client().chatPostMessage(p -> p.channel(slack.channel).text("x")));

    slack.faults.end("slack", new Fault.LostAnswers(1));
    var history = slack.form("conversations.history", "channel=" + slack.channel).body();
    assertTrue(history.contains("\"text\":\"x\""), history);
  }
}
