package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The methods of {@code users.*} and {@code usergroups.*}, and {@code auth.test}. */
final class PeopleMethods {
  /** Without a limit Slack gives all users. */
  private static final int MOST_USERS = 1_000_000;

  private final SlackWorkspace workspace;
  private final SlackJson json;

  PeopleMethods(SlackWorkspace workspace, SlackJson json) {
    this.workspace = workspace;
    this.json = json;
  }

  Map<String, Method> all() {
    return Map.of(
        "auth.test", this::authTest,
        "users.list", this::users,
        "users.info", this::user,
        "users.lookupByEmail", this::userByEmail,
        "usergroups.list", this::userGroups);
  }

  private ObjectNode authTest(Arguments arguments) {
    var bot = workspace.findPerson(workspace.botUserId()).orElseThrow();
    return Reply.ok()
        .put("url", "https://" + workspace.team() + ".slack.com/")
        .put("team", workspace.team())
        .put("user", bot.handle())
        .put("team_id", workspace.teamId())
        .put("user_id", bot.id())
        .put("bot_id", json.botId())
        .put("is_enterprise_install", false);
  }

  private ObjectNode users(Arguments arguments) {
    var page = Page.of(workspace.people(), arguments, MOST_USERS, MOST_USERS);
    return page.error()
        .map(Reply::error)
        .orElseGet(
            () -> {
              var reply = Reply.ok();
              var members = reply.putArray("members");
              page.items().forEach(person -> members.add(json.user(person)));
              return Reply.withCursor(reply, page.nextCursor());
            });
  }

  private ObjectNode user(Arguments arguments) {
    if (arguments.text("user").isEmpty()) {
      return Reply.missing("user");
    }
    return arguments
        .text("user")
        .flatMap(workspace::findPerson)
        .map(this::found)
        .orElseGet(() -> Reply.error("user_not_found"));
  }

  private ObjectNode userByEmail(Arguments arguments) {
    if (arguments.text("email").isEmpty()) {
      return Reply.missing("email");
    }
    return arguments
        .text("email")
        .flatMap(workspace::findByEmail)
        .map(this::found)
        .orElseGet(() -> Reply.error("users_not_found"));
  }

  private ObjectNode found(Person person) {
    var reply = Reply.ok();
    reply.set("user", json.user(person));
    return reply;
  }

  private ObjectNode userGroups(Arguments arguments) {
    var reply = Reply.ok();
    var groups = reply.putArray("usergroups");
    var withUsers = arguments.flag("include_users");
    workspace.groups().forEach(group -> groups.add(json.userGroup(group, withUsers)));
    return reply;
  }
}
