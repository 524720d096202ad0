package gameday.mocks.slack;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom a text wakes. Only markup counts: a literal {@code @here} is just text, unless the sender
 * asked Slack to link names.
 */
final class Mentions {
  private static final Pattern MARKUP =
      Pattern.compile(
          "<(?:@(?<user>[UW][A-Z0-9]+)|!(?<all>here|channel|everyone)"
              + "|!subteam\\^(?<group>S[A-Z0-9]+))(?:\\|[^>]*)?>");
  private static final Pattern LITERAL =
      Pattern.compile("(?<![\\w<!@])@(?<name>[a-z0-9]++(?:[._-][a-z0-9]++)*+)");
  private static final Set<String> ALL = Set.of("here", "channel", "everyone");

  private Mentions() {}

  /** Ids of the active people a text notifies in a channel of these members, but its author. */
  static Set<String> notified(
      String text, String author, Collection<String> members, People people) {
    var woken = new LinkedHashSet<String>();
    var matcher = MARKUP.matcher(text);
    while (matcher.find()) {
      if (matcher.group("user") != null) {
        woken.add(matcher.group("user"));
      } else if (matcher.group("group") != null) {
        people.group(matcher.group("group")).ifPresent(group -> woken.addAll(group.members()));
      } else {
        woken.addAll(members);
      }
    }
    woken.remove(author);
    woken.removeIf(user -> people.find(user).filter(Person::isActive).isEmpty());
    return woken;
  }

  /** Whether the text mentions that user by id. */
  static boolean names(String text, String userId) {
    return text.contains("<@" + userId + ">") || text.contains("<@" + userId + "|");
  }

  /** What Slack makes of a text sent with {@code link_names=1}: groups and whole channels. */
  static String linked(String text, People people) {
    return LITERAL
        .matcher(text)
        .replaceAll(
            found -> {
              var name = found.group("name");
              return ALL.contains(name)
                  ? "<!" + name + ">"
                  : people
                      .groupByHandle(name)
                      .map(group -> "<!subteam^" + group.id() + ">")
                      .orElse("$0");
            });
  }
}
