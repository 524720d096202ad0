package gameday.scenario.yaml;

import gameday.scenario.FaultPlan.Kind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** A fault's settings, written so that they read back. */
final class FaultYaml {
  private FaultYaml() {}

  /** What a fault of this kind has besides target, kind and times. */
  static Map<String, Object> settings(Kind kind) {
    return switch (kind) {
      case Kind.Errors it -> of("share", share(it.share()), "status", it.status());
      case Kind.ErrorWords it ->
          of("share", share(it.share()), "word", it.said(), "accepted", share(it.accepted()));
      case Kind.RateLimits it ->
          of("share", share(it.share()), "retry-after", seconds(it.retryAfterSeconds()));
      case Kind.Slow it -> of("by", Spreads.write(it.by()));
      case Kind.TimeOuts it -> of("share", share(it.share()), "accepted", share(it.accepted()));
      case Kind.LostCalls it -> of("share", share(it.share()));
      case Kind.LostAnswers it -> of("share", share(it.share()));
      case Kind.CutAnswers it -> of("share", share(it.share()), "closed", share(it.closed()));
      case Kind.ErrorPages it ->
          of("share", share(it.share()), "status", it.status(), "accepted", share(it.accepted()));
      case Kind.StaleClock it -> of("off", Durations.write(it.off()));
      case Kind.DuplicatedWebhooks it -> of("share", share(it.share()));
      case Kind.RepeatedWebhooks it -> of("share", share(it.share()), "times", it.times());
      case Kind.ReorderedWebhooks it -> of("share", share(it.share()));
      case Kind.DelayedWebhooks it -> of("share", share(it.share()), "by", Spreads.write(it.by()));
      case Kind.LostWebhooks it -> of("share", share(it.share()));
      case Kind.Intruder it -> of("pace", pace(it.perMinute()));
      case Kind.Outage it -> Map.of();
      case Kind.RevokedToken it -> Map.of();
      case Kind.Crash it -> Map.of();
    };
  }

  private static Map<String, Object> of(Object... keysAndValues) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return settings;
  }

  private static String share(double share) {
    return Shares.write(share);
  }

  private static String seconds(OptionalInt seconds) {
    return seconds.isPresent() ? seconds.getAsInt() + "s" : "none";
  }

  private static String pace(double perMinute) {
    return BigDecimal.valueOf(perMinute).stripTrailingZeros().toPlainString() + "/min";
  }
}
