package gameday.pipeline.server;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import gameday.pipeline.products.SlackCalls;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Whether Slack knows our bot, and lets it do in the event's channel what it has to do. */
record SlackProbes(SlackCalls slack) {
  /** Each needs one of a line. */
  static final List<Set<String>> SCOPES =
      List.of(
          Set.of("chat:write"),
          Set.of("channels:history", "groups:history"),
          Set.of("channels:read", "groups:read"),
          Set.of("reactions:read"),
          Set.of("files:write"));

  String token() throws IOException {
    AuthTestResponse me = slack.whoAmI();
    if (!me.isOk()) {
      throw new IOException("Slack does not take SLACK_BOT_TOKEN: " + me.getError());
    }
    List<String> told = me.getHttpResponseHeaders().getOrDefault("x-oauth-scopes", List.of());
    List<String> granted = List.of(String.join(",", told).replace(" ", "").split(","));
    List<String> lacking =
        SCOPES.stream()
            .filter(oneOf -> oneOf.stream().noneMatch(granted::contains))
            .map(oneOf -> String.join(" or ", oneOf.stream().sorted().toList()))
            .toList();
    if (!told.isEmpty() && !lacking.isEmpty()) {
      throw new IOException("the bot lacks the scopes " + String.join(", ", lacking));
    }
    return "bot " + me.getBotId() + ", scopes " + String.join(",", granted);
  }

  String channel() throws IOException {
    ConversationsInfoResponse found = slack.info();
    if (!found.isOk()) {
      String lacks = found.getNeeded() == null ? "" : ", needs " + found.getNeeded();
      throw new IOException(slack.channel() + ": " + found.getError() + lacks);
    }
    if (!found.getChannel().isMember()) {
      throw new IOException(slack.channel() + ": the bot is no member; invite it there");
    }
    if (found.getChannel().isArchived()) {
      throw new IOException(slack.channel() + " is archived");
    }
    return slack.channel();
  }
}
