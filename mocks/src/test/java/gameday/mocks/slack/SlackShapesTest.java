package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.Message;
import com.slack.api.model.User;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every shape, read by Slack's own Java client, which {@link RunningSlack} makes refuse fields that
 * Slack doesn't have.
 */
class SlackShapesTest {
  private final RunningSlack slack = new RunningSlack();
  private final MethodsClient client = slack.client();
  private final String bob = slack.workspace.addPerson("Bob", "bob@example.com");

  @AfterEach
  void stop() {
    slack.close();
  }

  /** Without this the tests below would prove nothing. */
  @Test
  void wouldNoticeAFieldThatSlackDoesNotHave() {
    var config = new SlackConfig();
    config.setFailOnUnknownProperties(true);
    var reader = GsonFactory.createSnakeCase(config);

    assertThrows(
        JsonParseException.class,
        () ->
            reader.fromJson(
                "{\"ok\":true,\"channel\":{\"nonsense\":1}}", ConversationsInfoResponse.class));
  }

  @Test
  void echoesATest() throws Exception {
    var fine = client.apiTest(ask -> ask.foo("bar"));
    var wrong = client.apiTest(ask -> ask.error("my_error"));

    assertEquals("bar", fine.getArgs().getFoo());
    assertEquals("my_error", wrong.getError());
  }

  @Test
  void showsAMessageWithAllItCanHave() throws Exception {
    var posted =
        client.chatPostMessage(
            post ->
                post.channel(slack.channel)
                    .text("no sound")
                    .blocksAsString("[{\"type\":\"divider\"}]")
                    .attachmentsAsString("[{\"text\":\"a\",\"color\":\"#ff0000\"}]")
                    .metadata(
                        Message.Metadata.builder()
                            .eventType("escalation")
                            .eventPayload(Map.of("issue", "i-7"))
                            .build()));
    assertTrue(posted.isOk(), posted.getError());
    assertEquals("divider", posted.getMessage().getBlocks().getFirst().getType());
    assertEquals("a", posted.getMessage().getAttachments().getFirst().getText());
    assertEquals("escalation", posted.getMessage().getMetadata().getEventType());
    assertNotNull(posted.getMessage().getBotProfile().getIcons().getImage48());

    slack.workspace.post(slack.ada, slack.channel, "r", Optional.of(posted.getTs()));
    client.reactionsAdd(add -> add.channel(slack.channel).timestamp(posted.getTs()).name("eyes"));
    client.chatUpdate(edit -> edit.channel(slack.channel).ts(posted.getTs()).text("new"));
    var history = client.conversationsHistory(ask -> ask.channel(slack.channel));
    var message = history.getMessages().getFirst();
    assertEquals(1, message.getReplyCount());
    assertEquals(List.of(slack.ada), message.getReplyUsers());
    assertEquals("new", message.getText());
    assertNotNull(message.getEdited().getTs());
    assertEquals("eyes", message.getReactions().getFirst().getName());
    assertEquals(0, history.getPinCount());

    assertTrue(
        client.chatDelete(delete -> delete.channel(slack.channel).ts(posted.getTs())).isOk());
    var thread = client.conversationsReplies(ask -> ask.channel(slack.channel).ts(posted.getTs()));
    assertEquals("tombstone", thread.getMessages().getFirst().getSubtype());
  }

  @Test
  void showsChannelsOfAllKinds() throws Exception {
    slack.workspace.admin().createPrivateChannel("quiet");
    client.conversationsOpen(open -> open.users(List.of(bob)));
    client.conversationsOpen(open -> open.users(List.of(bob, slack.ada)).returnIm(true));

    var listed =
        client
            .conversationsList(
                ask ->
                    ask.types(
                        List.of(
                            ConversationType.PUBLIC_CHANNEL,
                            ConversationType.PRIVATE_CHANNEL,
                            ConversationType.IM,
                            ConversationType.MPIM)))
            .getChannels();

    assertEquals(4, listed.size());
    assertEquals(
        List.of(false, true, false, true), listed.stream().map(Conversation::isPrivate).toList());
    assertEquals(
        List.of(false, false, true, false), listed.stream().map(Conversation::isIm).toList());
    for (var channel : listed) {
      var info =
          client.conversationsInfo(
              ask -> ask.channel(channel.getId()).includeNumMembers(true).includeLocale(true));
      assertTrue(info.isOk(), info.getError());
      assertEquals(slack.workspace.teamId(), info.getChannel().getContextTeamId());
    }
  }

  @Test
  void showsChannelsThatTheBotMakesAndFills() throws Exception {
    var made = client.conversationsCreate(create -> create.name("help")).getChannel();
    var refused = client.conversationsCreate(create -> create.name("Help!"));
    var invited =
        client.conversationsInvite(invite -> invite.channel(made.getId()).users(List.of(bob)));
    var again =
        client.conversationsInvite(invite -> invite.channel(made.getId()).users(List.of(bob)));
    var forced =
        client.conversationsInvite(
            invite -> invite.channel(made.getId()).users(List.of(bob, slack.ada)).force(true));

    assertEquals("", made.getTopic().getValue());
    assertEquals(List.of(), made.getPreviousNames());
    assertEquals("invalid_name_specials", refused.getError());
    assertTrue(invited.isOk());
    assertEquals(bob, again.getErrors().getFirst().getUser());
    assertEquals("already_in_channel", again.getErrors().getFirst().getError());
    assertTrue(forced.isOk());
    assertEquals(
        "already_in_channel", client.conversationsJoin(j -> j.channel("help")).getWarning());
    assertEquals(3, client.conversationsMembers(m -> m.channel("help")).getMembers().size());
    assertEquals(
        "channel_join",
        client
            .conversationsHistory(ask -> ask.channel(made.getId()))
            .getMessages()
            .getFirst()
            .getSubtype());
    assertTrue(client.conversationsLeave(leave -> leave.channel("help")).isOk());
    assertFalse(client.conversationsLeave(leave -> leave.channel("help")).isOk());
    client.conversationsJoin(join -> join.channel("help"));
    assertTrue(client.conversationsArchive(archive -> archive.channel("help")).isOk());
    assertTrue(client.conversationsUnarchive(archive -> archive.channel("help")).isOk());
  }

  @Test
  void opensDirectMessages() throws Exception {
    var opened = client.conversationsOpen(open -> open.users(List.of(bob)));
    var whole = client.conversationsOpen(open -> open.users(List.of(bob)).returnIm(true));

    assertEquals(opened.getChannel().getId(), whole.getChannel().getId());
    assertTrue(whole.isAlreadyOpen());
    assertTrue(whole.isNoOp());
    assertEquals(bob, whole.getChannel().getUser());
  }

  @Test
  void showsPeopleInAnyState() throws Exception {
    slack.workspace.admin().invitePerson("Eve", "eve@example.com");
    slack.workspace.admin().deactivate(bob);

    var members = client.usersList(ask -> ask.includeLocale(true)).getMembers();

    assertEquals(
        List.of(false, false, true, false), members.stream().map(User::isDeleted).toList());
    var ada = client.usersInfo(ask -> ask.user(slack.ada).includeLocale(true)).getUser();
    assertEquals("Ada Lovelace", ada.getProfile().getRealNameNormalized());
    assertEquals("en-US", ada.getLocale());
    assertEquals("Etc/UTC", ada.getTz());
    assertTrue(ada.getProfile().getImage192().endsWith("_192.png"));
    var bot = client.usersInfo(ask -> ask.user(slack.workspace.botUserId())).getUser();
    assertTrue(bot.isBot());
    assertEquals(slack.workspace.appId(), bot.getProfile().getApiAppId());
    assertTrue(client.usersLookupByEmail(ask -> ask.email("eve@example.com")).isOk());
  }

  @Test
  void showsTheBotAndTheGroups() throws Exception {
    slack.workspace.addUserGroup("tech-support", List.of(slack.ada));
    var who = client.authTest(ask -> ask);

    var bot = client.botsInfo(ask -> ask.bot(who.getBotId())).getBot();
    var group =
        client
            .usergroupsList(ask -> ask.includeUsers(true).includeCount(true))
            .getUsergroups()
            .getFirst();

    assertEquals(who.getUserId(), bot.getUserId());
    assertEquals(slack.workspace.appId(), bot.getAppId());
    assertEquals("gameday", bot.getName());
    assertEquals(1, group.getUserCount());
    assertEquals(List.of(), group.getPrefs().getChannels());
  }

  @Test
  void uploadsAFileAsTheClientDoesIt() throws Exception {
    var parent = slack.said("p");

    var uploaded =
        client.filesUploadV2(
            upload ->
                upload
                    .filename("screen shot.png")
                    .title("Greenroom")
                    .fileData(new byte[] {1, 2, 3})
                    .initialComment("look")
                    .channel(slack.channel)
                    .threadTs(parent));

    assertTrue(uploaded.isOk(), uploaded.getError());
    var info = client.filesInfo(ask -> ask.file(uploaded.getFile().getId()));
    var file = info.getFile();
    assertEquals("Greenroom", file.getTitle());
    assertEquals("image/png", file.getMimetype());
    assertEquals("png", file.getFiletype());
    assertEquals("PNG", file.getPrettyType());
    assertEquals(3, file.getSize());
    assertEquals(List.of(slack.channel), file.getChannels());
    assertEquals(
        parent, file.getShares().getPublicChannels().get(slack.channel).getFirst().getThreadTs());
    var reply =
        client
            .conversationsReplies(ask -> ask.channel(slack.channel).ts(parent))
            .getMessages()
            .getLast();
    assertEquals("look", reply.getText());
    assertEquals("file_share", reply.getSubtype());
    assertEquals(file.getId(), reply.getFiles().getFirst().getId());
  }

  @Test
  void showsAnEphemeralMessageAndALink() throws Exception {
    slack.workspace.join(slack.channel, slack.ada);
    var ts = slack.said("x");

    var shown =
        client.chatPostEphemeral(p -> p.channel(slack.channel).user(slack.ada).text("psst"));
    var link = client.chatGetPermalink(ask -> ask.channel(slack.channel).messageTs(ts));

    assertNotNull(shown.getMessageTs());
    assertEquals(slack.channel, link.getChannel());
  }

  @Test
  void warnsInWordsTheClientKnows() throws Exception {
    var cut = client.chatPostMessage(p -> p.channel(slack.channel).text("a".repeat(40_001)));

    assertTrue(cut.isOk());
    assertEquals("message_truncated", cut.getWarning());
  }
}
