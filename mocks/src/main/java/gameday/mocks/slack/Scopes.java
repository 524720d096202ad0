package gameday.mocks.slack;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which scopes a bot needs for each method. Guarded by the workspace's lock. */
final class Scopes {
  /** Stands for {@code channels}, {@code groups}, {@code im} or {@code mpim}. */
  private static final String KIND = "*";

  private static final Map<String, String> NEEDED =
      Map.ofEntries(
          Map.entry("bots.info", "users:read"),
          Map.entry("chat.delete", "chat:write"),
          Map.entry("chat.postEphemeral", "chat:write"),
          Map.entry("chat.postMessage", "chat:write"),
          Map.entry("chat.update", "chat:write"),
          Map.entry("conversations.archive", "*:manage"),
          Map.entry("conversations.create", "*:manage"),
          Map.entry("conversations.history", "*:history"),
          Map.entry("conversations.info", "*:read"),
          Map.entry("conversations.invite", "*:manage"),
          Map.entry("conversations.join", "channels:join"),
          Map.entry("conversations.leave", "*:manage"),
          Map.entry("conversations.list", "*:read"),
          Map.entry("conversations.members", "*:read"),
          Map.entry("conversations.open", "*:manage"),
          Map.entry("conversations.replies", "*:history"),
          Map.entry("conversations.unarchive", "*:manage"),
          Map.entry("files.completeUploadExternal", "files:write"),
          Map.entry("files.getUploadURLExternal", "files:write"),
          Map.entry("files.info", "files:read"),
          Map.entry("reactions.add", "reactions:write"),
          Map.entry("reactions.remove", "reactions:write"),
          Map.entry("team.info", "team:read"),
          Map.entry("usergroups.list", "usergroups:read"),
          Map.entry("users.info", "users:read"),
          Map.entry("users.list", "users:read"),
          Map.entry("users.lookupByEmail", "users:read.email"));

  private final SlackState state;

  /** By method, as the header {@code x-accepted-oauth-scopes} lists them. */
  private final Map<String, String> accepted;

  Scopes(SlackState state) {
    this.state = state;
    this.accepted =
        NEEDED.keySet().stream().collect(Collectors.toMap(name -> name, Scopes::acceptedBy));
  }

  private static String acceptedBy(String method) {
    return Arrays.stream(Kind.values())
        .map(kind -> scope(NEEDED.get(method), kind))
        .distinct()
        .collect(Collectors.joining(","));
  }

  /** All that a method may need, with commas. */
  String accepted(String method) {
    return accepted.getOrDefault(method, "");
  }

  /** A scope that a call needs and that isn't granted; empty if all are. */
  Optional<String> lacking(String method, Arguments arguments, Set<String> granted) {
    var needed = NEEDED.get(method);
    if (needed == null || granted.contains(needed)) {
      return Optional.empty();
    }
    return kinds(method, arguments).stream()
        .map(kind -> scope(needed, kind))
        .filter(scope -> !granted.contains(scope))
        .findFirst();
  }

  /** The kinds of channels that a call is about. */
  private Set<Kind> kinds(String method, Arguments arguments) {
    return switch (method) {
      case "conversations.list" ->
          ConversationMethods.kinds(arguments).orElse(EnumSet.noneOf(Kind.class));
      case "conversations.create" ->
          EnumSet.of(arguments.flag("is_private") ? Kind.PRIVATE : Kind.PUBLIC);
      case "conversations.open" ->
          EnumSet.of(arguments.list("users").size() > 1 ? Kind.GROUP_DIRECT : Kind.DIRECT);
      default ->
          EnumSet.of(
              arguments
                  .text("channel")
                  .flatMap(state::visible)
                  .map(channel -> channel.kind)
                  .orElse(Kind.PUBLIC));
    };
  }

  private static String scope(String scope, Kind kind) {
    if (scope.equals("*:manage")) {
      return kind == Kind.PUBLIC ? "channels:manage" : kind.scope + ":write";
    }
    return scope.startsWith(KIND) ? kind.scope + scope.substring(KIND.length()) : scope;
  }
}
