package gameday.mocks.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the token is good for. */
class GrantTest {
  private final RunningSlack slack = new RunningSlack();
  private final SlackGrant grant = slack.workspace.admin().grant();

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void namesTheScopeThatIsMissing() {
    grant.scopes(new LinkedHashSet<>(List.of("channels:read", "users:read")));

    var refused = slack.call("chat.postMessage", "channel", slack.channel, "text", "x");

    assertEquals("missing_scope", refused.path("error").asText());
    assertEquals("chat:write", refused.path("needed").asText());
    assertEquals("channels:read,users:read", refused.path("provided").asText());
    assertEquals("", slack.error("conversations.list"));
    assertEquals("", slack.error("auth.test"));
  }

  @Test
  void needsAScopeForEachKindOfChannel() {
    var quiet = slack.workspace.admin().createPrivateChannel("quiet");
    var direct = slack.call("conversations.open", "users", slack.ada).at("/channel/id").asText();
    grant.scopes(Set.of("channels:history", "channels:read", "channels:manage", "chat:write"));

    assertEquals("", needed("conversations.history", "channel", slack.channel));
    assertEquals("groups:history", needed("conversations.history", "channel", quiet));
    assertEquals("im:history", needed("conversations.replies", "channel", direct, "ts", "1"));
    assertEquals("groups:read", needed("conversations.info", "channel", quiet));
    assertEquals("mpim:read", needed("conversations.list", "types", "public_channel,mpim"));
    assertEquals("", needed("conversations.create", "name", "a"));
    assertEquals("groups:write", needed("conversations.create", "name", "b", "is_private", "1"));
    assertEquals("im:write", needed("conversations.open", "users", slack.ada));
    assertEquals("mpim:write", needed("conversations.open", "users", slack.ada + ",U0"));
    assertEquals("channels:join", needed("conversations.join", "channel", slack.channel));
    assertEquals("reactions:write", needed("reactions.add"));
    assertEquals("usergroups:read", needed("usergroups.list"));
    assertEquals("users:read.email", needed("users.lookupByEmail"));
    assertEquals("users:read", needed("bots.info"));
    assertEquals("files:write", needed("files.getUploadURLExternal"));
    assertEquals("files:read", needed("files.info"));
  }

  private String needed(String method, String... ask) {
    return slack.call(method, ask).path("needed").asText();
  }

  @Test
  void hidesAddressesFromThoseWhoMayNotReadThem() {
    assertEquals(
        "ada@example.com",
        slack.call("users.info", "user", slack.ada).at("/user/profile/email").asText());

    grant.scopes(Set.of("users:read"));

    assertFalse(slack.call("users.info", "user", slack.ada).at("/user/profile").has("email"));
  }

  @Test
  void letsTheBotWriteEverywhereInPublicWithTheScopeForIt() {
    slack.workspace.leave(slack.channel, slack.workspace.botUserId());
    assertEquals("not_in_channel", slack.error("chat.postMessage", "channel", slack.channel));

    grant.scopes(Set.of("chat:write", "chat:write.public"));

    assertEquals("", slack.error("chat.postMessage", "channel", slack.channel, "text", "x"));
  }

  @Test
  void knowsTokensThatWereGood() {
    grant.revoke();
    assertEquals("token_revoked", slack.error("auth.test"));

    grant.deactivate();
    assertEquals("account_inactive", slack.error("chat.postMessage", "channel", slack.channel));

    grant.restore();
    assertEquals("", slack.error("auth.test"));
  }

  @Test
  void tellsTheScopesInHeaders() {
    var answer = slack.form("chat.postMessage", "channel=event-summit&text=x").headers();
    assertTrue(
        answer.firstValue("x-oauth-scopes").orElseThrow().startsWith("channels:history,channels:"));
    assertEquals("chat:write", answer.firstValue("x-accepted-oauth-scopes").orElseThrow());

    var history = slack.form("conversations.history", "channel=event-summit").headers();
    assertEquals(
        "channels:history,groups:history,im:history,mpim:history",
        history.firstValue("x-accepted-oauth-scopes").orElseThrow());
  }

  @Test
  void takesTheAppsTokenToSayWhatItIs() {
    var asked =
        slack
            .request("auth.test")
            .header("Authorization", "Bearer " + slack.credentials.appToken())
            .POST(BodyPublishers.noBody());
    var app = RunningSlack.parsed(slack.send(asked));
    var refused =
        slack
            .request("users.list")
            .header("Authorization", "Bearer " + slack.credentials.appToken())
            .POST(BodyPublishers.noBody());

    assertTrue(app.path("ok").asBoolean());
    assertEquals(slack.workspace.appId(), app.path("app_id").asText());
    assertEquals(
        "not_allowed_token_type", RunningSlack.parsed(slack.send(refused)).path("error").asText());
  }
}
