package gameday.pipeline;

import gameday.process.Chat;
import gameday.process.EscalationTemplate;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The issues that others may still join because they are about the same: in the same chat, since a
 * Mod chat's matters are nobody else's; on the same session's page; with the same topic; and not
 * long after.
 */
final class Groups {
  /** What makes two questions one issue. */
  record Key(Chat chat, String page, String topic) {}

  private final long withinNanos;
  private final Set<String> sessionPages;
  private final Map<Key, Issue> latest = new LinkedHashMap<>();

  /**
   * @param sessionPages the pages of sessions, as {@link Playbook#page} writes them
   */
  Groups(Duration within, Set<String> sessionPages) {
    this.withinNanos = within.toNanos();
    this.sessionPages = sessionPages;
  }

  /** What an escalation shares with others; nothing if it can't be told. */
  Optional<Key> key(Chat chat, String topicOfTheChat, EscalationTemplate template) {
    String page = Playbook.page(template.page());
    String words = Topic.of(template.issue());
    String topic = topicOfTheChat.isBlank() ? words : "=" + Topic.of(topicOfTheChat);
    boolean telling =
        !topicOfTheChat.isBlank()
            || Topic.isTelling(words) && !template.issue().equals(Fields.NO_TEXT);
    return telling && sessionPages.contains(page)
        ? Optional.of(new Key(chat, page, topic))
        : Optional.empty();
  }

  /** The issue that somebody with this key may join. */
  Optional<Issue> at(Key key, long nowNanos) {
    return Optional.ofNullable(latest.get(key)).filter(issue -> isFresh(issue, nowNanos));
  }

  /** Whether an issue was opened so short a while ago that the same again is no other issue. */
  boolean isFresh(Issue issue, long nowNanos) {
    return !issue.isRefused() && nowNanos - issue.openedNanos < withinNanos;
  }

  /** An issue was opened; forgets those that nobody can join any more. */
  void opened(Key key, Issue issue) {
    latest.remove(key);
    latest.put(key, issue);
    Iterator<Issue> oldest = latest.values().iterator();
    while (oldest.hasNext() && !isFresh(oldest.next(), issue.openedNanos)) {
      oldest.remove();
    }
  }
}
