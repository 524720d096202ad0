package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The methods of {@code users.*} and {@code usergroups.*}, {@code bots.info} and {@code auth.test}.
 */
final class PeopleMethods {
  /** Without a limit Slack gives all users. */
  private static final int MOST_USERS = 1_000_000;

  private final SlackState state;
  private final UserJson json;

  PeopleMethods(SlackState state) {
    this.state = state;
    this.json = new UserJson(state);
  }

  Map<String, Method> all() {
    return Map.of(
        "auth.test", this::authTest,
        "bots.info", this::bot,
        "team.info", this::team,
        "users.list", this::users,
        "users.info", this::user,
        "users.lookupByEmail", this::userByEmail,
        "usergroups.list", this::userGroups);
  }

  private ObjectNode authTest(Arguments arguments) {
    return Reply.ok()
        .put("url", "https://" + state.team + ".slack.com/")
        .put("team", state.team)
        .put("user", state.bot.handle())
        .put("team_id", state.teamId)
        .put("user_id", state.bot.id())
        .put("bot_id", state.botId)
        .put("is_enterprise_install", false);
  }

  private ObjectNode team(Arguments arguments) {
    var reply = Reply.ok();
    reply
        .putObject("team")
        .put("id", state.teamId)
        .put("name", state.team)
        .put("url", "https://" + state.team + ".slack.com/")
        .put("domain", state.team)
        .put("email_domain", "")
        .put("is_verified", false)
        .putObject("icon")
        .put("image_default", true);
    return reply;
  }

  /** The same for the app-level token, which stands for no user. */
  static ObjectNode appTest(SlackState state) {
    return Reply.ok().put("app_name", state.bot.name()).put("app_id", state.appId);
  }

  private ObjectNode bot(Arguments arguments) {
    if (arguments.text("bot").filter(state.botId::equals).isEmpty()) {
      return Reply.error("bot_not_found");
    }
    var reply = Reply.ok();
    reply.set("bot", json.bot().put("user_id", state.bot.id()));
    return reply;
  }

  private ObjectNode users(Arguments arguments) {
    var page = Page.of(state.people.all(), arguments, MOST_USERS, MOST_USERS);
    if (page.error().isPresent()) {
      return Reply.error(page.error().get());
    }
    var reply = Reply.ok();
    var members = reply.putArray("members");
    page.items().forEach(person -> members.add(shown(person, arguments)));
    reply.put("cache_ts", state.now());
    return Reply.withCursor(reply, page.nextCursor());
  }

  private ObjectNode shown(Person person, Arguments arguments) {
    var user = json.user(person);
    return arguments.flag("include_locale") ? user.put("locale", "en-US") : user;
  }

  private ObjectNode user(Arguments arguments) {
    if (!arguments.has("user")) {
      return Reply.missing("user");
    }
    return arguments
        .text("user")
        .flatMap(state.people::find)
        .map(person -> found(person, arguments))
        .orElseGet(() -> Reply.error("user_not_found"));
  }

  private ObjectNode userByEmail(Arguments arguments) {
    if (!arguments.has("email")) {
      return Reply.missing("email");
    }
    return arguments
        .text("email")
        .flatMap(state.people::findByEmail)
        .filter(person -> !person.isDeactivated())
        .map(person -> found(person, arguments))
        .orElseGet(() -> Reply.error("users_not_found"));
  }

  private ObjectNode found(Person person, Arguments arguments) {
    var reply = Reply.ok();
    reply.set("user", shown(person, arguments));
    return reply;
  }

  private ObjectNode userGroups(Arguments arguments) {
    var reply = Reply.ok();
    var groups = reply.putArray("usergroups");
    var withUsers = arguments.flag("include_users");
    var withCount = arguments.flag("include_count");
    state.people.groups().forEach(group -> groups.add(json.group(group, withUsers, withCount)));
    return reply;
  }
}
