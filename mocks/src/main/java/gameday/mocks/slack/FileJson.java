package gameday.mocks.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.mocks.slack.files.SlackFile;

/** Slack's shape of a file. */
final class FileJson {
  private final SlackState state;

  FileJson(SlackState state) {
    this.state = state;
  }

  ObjectNode of(SlackFile file) {
    var kind = file.kind();
    var json =
        SlackJson.MAPPER
            .createObjectNode()
            .put("id", file.id())
            .put("created", file.createdSeconds())
            .put("timestamp", file.createdSeconds())
            .put("name", file.name())
            .put("title", file.title())
            .put("mimetype", kind.mimetype())
            .put("filetype", kind.filetype())
            .put("pretty_type", kind.prettyType())
            .put("user", file.userId())
            .put("user_team", state.teamId)
            .put("editable", false)
            .put("size", file.length())
            .put("mode", "hosted")
            .put("is_external", false)
            .put("external_type", "")
            .put("is_public", file.shares().stream().anyMatch(SlackFile.Share::isPublic))
            .put("public_url_shared", false)
            .put("display_as_bot", false)
            .put("username", "")
            .put("url_private", SlackFiles.privateUrl(state, file, false))
            .put("url_private_download", SlackFiles.privateUrl(state, file, true))
            .put("media_display_type", "unknown")
            .put("permalink", permalink(file))
            .put("has_rich_preview", false)
            .put("file_access", "visible")
            .put("comments_count", 0)
            .put("is_starred", false)
            .put("has_more_shares", false);
    channels(json, file);
    return json;
  }

  private String permalink(SlackFile file) {
    return "https://%s.slack.com/files/%s/%s/%s"
        .formatted(state.team, file.userId(), file.id(), SlackFiles.pathName(file));
  }

  private void channels(ObjectNode json, SlackFile file) {
    var shares = json.putObject("shares");
    var channels = json.putArray("channels");
    var groups = json.putArray("groups");
    var ims = json.putArray("ims");
    for (var share : file.shares()) {
      var channel = state.channels.byId(share.channelId()).orElseThrow();
      var listed =
          switch (channel.kind) {
            case PUBLIC -> channels;
            case PRIVATE, GROUP_DIRECT -> groups;
            case DIRECT -> ims;
          };
      var byChannel = shares.withObject(share.isPublic() ? "/public" : "/private");
      if (!byChannel.has(channel.id)) {
        listed.add(channel.id);
      }
      var told =
          byChannel
              .withArray(channel.id)
              .addObject()
              .put("ts", share.ts())
              .put("channel_name", channel.name)
              .put("team_id", state.teamId)
              .put("share_user_id", file.userId())
              .put("reply_users_count", 0)
              .put("reply_count", 0);
      told.putArray("reply_users");
      share.threadTs().ifPresent(ts -> told.put("thread_ts", ts));
    }
  }
}
