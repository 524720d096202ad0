package gameday.mocks.chat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which agents were invited by e-mail and have not accepted. Safe for use by many threads. */
public final class Invitations {
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  /** Nobody is invited. */
  public Invitations() {}

  /** From now on {@code agentId} is invited. */
  public void invite(String agentId) {
    waiting.add(agentId);
  }

  /** {@code agentId} accepts; false if there is no such invitation. */
  public boolean accept(String agentId) {
    return waiting.remove(agentId);
  }

  /** Whether {@code agentId} may act: was never invited, or has accepted. */
  public boolean hasAccepted(String agentId) {
    return !waiting.contains(agentId);
  }
}
