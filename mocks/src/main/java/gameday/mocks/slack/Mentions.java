package gameday.mocks.slack;

import java.util.LinkedHashSet;
import java.util.Map;
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
      Pattern.compile("(?<![\\w<!@])@(here|channel|everyone)\\b");

  private Mentions() {}

  /** Ids of the users a text notifies in a channel of these members, its author not counted. */
  static Set<String> notified(
      String text, String author, Set<String> members, Map<String, UserGroup> groups) {
    var woken = new LinkedHashSet<String>();
    var matcher = MARKUP.matcher(text);
    while (matcher.find()) {
      if (matcher.group("user") != null) {
        woken.add(matcher.group("user"));
      } else if (matcher.group("group") != null) {
        var group = groups.get(matcher.group("group"));
        if (group != null) {
          woken.addAll(group.members());
        }
      } else {
        woken.addAll(members);
      }
    }
    woken.remove(author);
    return woken;
  }

  /** What Slack makes of a text sent with {@code link_names=1}. */
  static String linked(String text) {
    return LITERAL.matcher(text).replaceAll("<!$1>");
  }
}
