package gameday.mocks.slack;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the workspace lets the app do: the scopes of its bot token, and whether the token is good at
 * all. Safe for use by many threads; a change counts from the next call.
 */
public final class SlackGrant {
  /** Everything that the mock's methods ask for. */
  public static final Set<String> ALL_SCOPES =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(
              List.of(
                  "channels:history",
                  "channels:join",
                  "channels:manage",
                  "channels:read",
                  "chat:write",
                  "commands",
                  "files:read",
                  "files:write",
                  "groups:history",
                  "groups:read",
                  "groups:write",
                  "im:history",
                  "im:read",
                  "im:write",
                  "incoming-webhook",
                  "mpim:history",
                  "mpim:read",
                  "mpim:write",
                  "reactions:read",
                  "reactions:write",
                  "team:read",
                  "usergroups:read",
                  "users:read",
                  "users:read.email")));

  private volatile Granted granted = new Granted(ALL_SCOPES, Optional.empty());

  /**
   * What is granted at one moment.
   *
   * @param scopes in the order in which they were given
   * @param refusal Slack's error word if the token is no good
   */
  record Granted(Set<String> scopes, Optional<String> refusal, String list) {
    Granted(Set<String> scopes, Optional<String> refusal) {
      this(scopes, refusal, String.join(",", scopes));
    }
  }

  Granted now() {
    return granted;
  }

  /** From now on the token has these scopes only; {@code chat:write.public} may be among them. */
  public void scopes(Set<String> scopes) {
    granted = new Granted(new LinkedHashSet<>(scopes), granted.refusal());
  }

  /** Somebody revoked the token: {@code token_revoked}. */
  public void revoke() {
    granted = new Granted(granted.scopes(), Optional.of("token_revoked"));
  }

  /** Somebody removed the app or deactivated its bot: {@code account_inactive}. */
  public void deactivate() {
    granted = new Granted(granted.scopes(), Optional.of("account_inactive"));
  }

  /** The token is good again. */
  public void restore() {
    granted = new Granted(granted.scopes(), Optional.empty());
  }
}
