package gameday.preflight;

import static gameday.preflight.CheckName.CLOCK;
import static gameday.preflight.CheckName.SLACK_SCOPES;
import static gameday.preflight.CheckName.SLACK_TOKEN;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who we are in Slack, what we may do there, and what time it is. */
final class SlackIdentity {
  private static final Duration NOTICEABLE = Duration.ofSeconds(60);

  /** Older requests than this are refused as recordings. */
  private static final Duration STALE = Duration.ofSeconds(300);

  private final Findings findings;

  SlackIdentity(Findings findings) {
    this.findings = findings;
  }

  /** Looks; empty if Slack or the token is no good, so that nothing else can be asked. */
  Optional<AuthTestResponse> look(SlackLine slack, InstantSource clock)
      throws InterruptedException {
    Answer<AuthTestResponse> answer = slack.ask(client -> client.authTest(r -> r));
    Instant now = clock.instant();
    switch (answer) {
      case Answer.Good<AuthTestResponse> good -> {
        findings.ok(
            SLACK_TOKEN, "bot " + good.value().getUser(), "in workspace " + good.value().getTeam());
        clock(good.value(), now);
        return Optional.of(good.value());
      }
      case Answer.Refused<AuthTestResponse> no ->
          findings.missing(
              SLACK_TOKEN,
              "SLACK_BOT_TOKEN",
              "refused: " + no.word(),
              "install the app to the workspace and take its Bot User OAuth Token");
      case Answer.Silent<AuthTestResponse> silent ->
          findings.unknown(SLACK_TOKEN, "SLACK_BOT_TOKEN", silent.why());
    }
    return Optional.empty();
  }

  /** Whether all scopes are granted; to be asked once the channel's kind is known. */
  void scopes(AuthTestResponse who, boolean privateChannel) {
    Optional<String> header = header(who, "x-oauth-scopes");
    if (header.isEmpty()) {
      findings.warning(SLACK_SCOPES, "bot " + who.getUser(), "Slack named no scopes", "");
      return;
    }
    Set<String> granted =
        Arrays.stream(header.get().split(",")).map(String::strip).collect(Collectors.toSet());
    for (NeededScope scope : NeededScope.ALL) {
      String name = scope.of(privateChannel);
      if (granted.contains(name)) {
        findings.ok(SLACK_SCOPES, name, scope.use());
      } else {
        findings.missing(
            SLACK_SCOPES,
            name,
            "not granted; " + scope.use(),
            "add it under OAuth & Permissions and install the app again");
      }
    }
  }

  private void clock(AuthTestResponse who, Instant now) {
    Optional<Instant> slacks = header(who, "date").flatMap(SlackIdentity::time);
    if (slacks.isEmpty()) {
      findings.skipped(CLOCK, "Slack's answer told no time");
      return;
    }
    Duration off = Duration.between(slacks.get(), now);
    String found =
        "%d s %s Slack's".formatted(off.abs().toSeconds(), off.isNegative() ? "behind" : "before");
    String remedy = "set this machine's clock by NTP";
    if (off.abs().compareTo(STALE) > 0) {
      findings.missing(CLOCK, "this machine", found + "; signatures seem stale", remedy);
    } else if (off.abs().compareTo(NOTICEABLE) > 0) {
      findings.warning(CLOCK, "this machine", found, remedy);
    } else {
      findings.ok(CLOCK, "this machine", "agrees with Slack's");
    }
  }

  private static Optional<Instant> time(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> header(AuthTestResponse who, String name) {
    Map<String, List<String>> headers = who.getHttpResponseHeaders();
    return headers == null
        ? Optional.empty()
        : headers.entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(name))
            .flatMap(header -> header.getValue().stream())
            .findFirst();
  }
}
