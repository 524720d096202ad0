package gameday.mocks.slack;

import gameday.mocks.http.Call;
import java.util.Optional;
import java.util.Set;

/** Tells good tokens from others. */
final class SlackTokens {
  private static final String BEARER = "Bearer ";

  /** Called with the app-level token; all others with the bot's. */
  private static final Set<String> FOR_APP_TOKEN = Set.of("apps.connections.open");

  private final SlackCredentials credentials;
  private final SlackGrant grant;

  SlackTokens(SlackCredentials credentials, SlackGrant grant) {
    this.credentials = credentials;
    this.grant = grant;
  }

  /** The token in a call's header. */
  static Optional<String> inHeader(Call call) {
    return call.header("authorization")
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip())
        .filter(token -> !token.isEmpty());
  }

  boolean isApps(String token) {
    return token.equals(credentials.appToken());
  }

  /** Slack's error word if a method can't be called with this token, or with it now. */
  Optional<String> refusal(String method, Optional<String> token) {
    if (method.equals("api.test")) {
      return Optional.empty();
    }
    if (token.isEmpty()) {
      return Optional.of("not_authed");
    }
    var isBots = token.get().equals(credentials.botToken());
    if (!isBots && !isApps(token.get())) {
      return Optional.of("invalid_auth");
    }
    if (isBots == FOR_APP_TOKEN.contains(method)) {
      return Optional.of("not_allowed_token_type");
    }
    return isBots ? grant.now().refusal() : Optional.empty();
  }

  /** Whether a call may read files. */
  boolean areGood(Call call) {
    return inHeader(call).filter(credentials.botToken()::equals).isPresent()
        && grant.now().refusal().isEmpty();
  }
}
