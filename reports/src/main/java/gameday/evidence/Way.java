package gameday.evidence;

import java.util.HashSet;
import java.util.Set;

/**
 * What news must pass to get from one end to another: a fault in it is in the way.
 *
 * @param targets what faults hit, such as {@code slack}
 * @param conversations conversations and Slack threads (by their ts) that webhooks on the way are
 *     about; what faults did to other webhooks is not in the way
 */
public record Way(Set<String> targets, Set<String> conversations) {
  public Way {
    targets = Set.copyOf(targets);
    conversations = Set.copyOf(conversations);
  }

  /** A way on which no webhook counts. */
  public static Way through(String... targets) {
    return new Way(Set.of(targets), Set.of());
  }

  /** Between an issue's thread and the pipeline. */
  public static Way ofThread(Issue issue) {
    return new Way(
        Set.of(FaultWindows.SLACK, FaultWindows.PIPELINE), Set.of(issue.root().what().ts()));
  }

  /** The same with one more target and one more set of conversations. */
  Way and(String target, Set<String> more) {
    Set<String> allTargets = new HashSet<>(targets);
    allTargets.add(target);
    Set<String> allConversations = new HashSet<>(conversations);
    allConversations.addAll(more);
    return new Way(allTargets, allConversations);
  }
}
