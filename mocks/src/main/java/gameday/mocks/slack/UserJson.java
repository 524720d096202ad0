package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Slack's shapes of users, bots and user groups. */
final class UserJson {
  private static final List<Integer> AVATARS = List.of(24, 32, 48, 72, 192, 512);
  private static final List<Integer> ICONS = List.of(36, 48, 72);

  private final SlackState state;

  UserJson(SlackState state) {
    this.state = state;
  }

  /** An e-mail address is shown to those only who may read it. */
  ObjectNode user(Person person) {
    var json =
        SlackJson.MAPPER
            .createObjectNode()
            .put("id", person.id())
            .put("name", person.handle())
            .put("is_bot", person.bot())
            .put("updated", person.updatedSeconds())
            .put("is_app_user", false)
            .put("team_id", state.teamId)
            .put("deleted", person.isDeactivated());
    profile(json.putObject("profile"), person);
    if (person.isDeactivated()) {
      return json;
    }
    json.put("color", "9f69e7")
        .put("is_email_confirmed", !person.bot())
        .put("real_name", person.name())
        .put("tz", "Etc/UTC")
        .put("tz_label", "Coordinated Universal Time")
        .put("tz_offset", 0)
        .put("is_admin", false)
        .put("is_owner", false)
        .put("is_primary_owner", false)
        .put("is_restricted", false)
        .put("is_ultra_restricted", false)
        .put("who_can_share_contact_card", "EVERYONE");
    if (person.state() == Person.State.INVITED) {
      json.put("is_invited_user", true);
    }
    return json;
  }

  private void profile(ObjectNode profile, Person person) {
    var space = person.name().indexOf(' ');
    var avatar = Ids.hex("avatar " + person.id()).substring(0, 12);
    profile
        .put("title", "")
        .put("phone", "")
        .put("skype", "")
        .put("real_name", person.name())
        .put("real_name_normalized", person.name())
        .put("display_name", person.bot() ? "" : person.handle())
        .put("display_name_normalized", person.bot() ? "" : person.handle())
        .put("status_text", "")
        .put("status_text_canonical", "")
        .put("status_emoji", "")
        .put("status_expiration", 0)
        .put("avatar_hash", avatar)
        .put("first_name", space < 0 ? person.name() : person.name().substring(0, space))
        .put("last_name", space < 0 ? "" : person.name().substring(space + 1))
        .put("team", state.teamId);
    profile.putArray("status_emoji_display_info");
    AVATARS.forEach(size -> profile.put("image_" + size, image(avatar, size)));
    if (person.bot()) {
      profile.put("api_app_id", state.appId).put("bot_id", state.botId).put("always_active", true);
    } else if (state.grant.now().scopes().contains("users:read.email")) {
      profile.put("email", person.email());
    }
  }

  /** A host that never answers: who shows pictures must not call out. */
  private static String image(String of, int size) {
    return "https://avatars.slack.invalid/" + of + "_" + size + ".png";
  }

  /** The bot, without its user id. */
  ObjectNode bot() {
    var json =
        SlackJson.MAPPER
            .createObjectNode()
            .put("id", state.botId)
            .put("deleted", false)
            .put("name", state.bot.name())
            .put("updated", state.bot.updatedSeconds())
            .put("app_id", state.appId);
    var icons = json.putObject("icons");
    ICONS.forEach(size -> icons.put("image_" + size, image("bot", size)));
    return json;
  }

  ObjectNode group(UserGroup group, boolean withUsers, boolean withCount) {
    var json =
        SlackJson.MAPPER
            .createObjectNode()
            .put("id", group.id())
            .put("team_id", state.teamId)
            .put("is_usergroup", true)
            .put("is_subteam", true)
            .put("name", group.handle())
            .put("description", "")
            .put("handle", group.handle())
            .put("is_external", false)
            .put("date_create", group.createdSeconds())
            .put("date_update", group.createdSeconds())
            .put("date_delete", 0)
            .putNull("auto_type")
            .put("auto_provision", false)
            .put("enterprise_subteam_id", "")
            .put("created_by", SlackState.SLACKBOT)
            .put("updated_by", SlackState.SLACKBOT)
            .putNull("deleted_by");
    var prefs = json.putObject("prefs");
    prefs.putArray("channels");
    prefs.putArray("groups");
    if (withUsers) {
      group.members().forEach(json.putArray("users")::add);
    }
    if (withUsers || withCount) {
      json.put("user_count", group.members().size());
    }
    return json;
  }
}
