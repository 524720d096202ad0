package gameday.scenario.yaml;

import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.Spread;
import java.time.Duration;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/** The settings of a fault; each belongs to some kinds and is refused for all others. */
final class FaultSettings {
  private static final String[] SLACK_WORDS = Kind.ErrorWords.SAID.toArray(String[]::new);
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private static final Setting<Double> SHARE =
      share("share", "20%", "share of calls or webhooks it hits").or("100%");
  private static final Setting<Integer> STATUS =
      Setting.required(
              "status",
              Kinds.whole(OK, 599, "503"),
              "HTTP status, for errors and for error-pages, whose default is 502")
          .or("503");
  private static final Setting<String> WORD =
      Setting.required(
              "word", Kinds.choice(SLACK_WORDS, it -> it), "Slack's error, for error-words")
          .or("fatal_error");
  private static final Setting<Spread> BY =
      Setting.required(
              "by",
              Kinds.SPREAD.like("uniform(1s, 3s)"),
              "how much later: answers for slow, never compressed by the speed; webhooks for"
                  + " delayed-webhooks, in event time, where the default is uniform(30s, 2m)")
          .or("uniform(1s, 3s)");
  private static final Setting<Double> ACCEPTED =
      share(
              "accepted",
              "50%",
              "share of the calls hit that is carried out all the same, for time-outs, error-words"
                  + " and error-pages")
          .or("50%");
  private static final Setting<Double> CLOSED =
      share(
              "closed",
              "50%",
              "share of cut-answers that end with the connection, short of the length they told")
          .or("50%");
  private static final Setting<OptionalInt> RETRY_AFTER =
      Setting.required("retry-after", Kinds.SECONDS_OR_NONE, "when to come again, for rate-limits")
          .or("1s");
  private static final Setting<Duration> OFF =
      Setting.required(
              "off",
              Kinds.SIGNED_DURATION.like("-10m"),
              "how far off the clock is, for stale-clock")
          .or("-10m");
  private static final Setting<Integer> TIMES =
      Setting.required(
              "times", Kinds.whole(2, 11, "11"), "how often in all at most, for repeated-webhooks")
          .or("11");
  private static final Setting<Rate> PACE =
      Setting.required("pace", Kinds.RATE.like("6/min"), "how often an intruder tries, event time")
          .or("6/min");

  private static final Set<FaultWord> WITHOUT_SHARE =
      EnumSet.of(
          FaultWord.OUTAGE,
          FaultWord.SLOW,
          FaultWord.REVOKED_TOKEN,
          FaultWord.STALE_CLOCK,
          FaultWord.CRASH,
          FaultWord.INTRUDER);

  private final Fields fields;
  private final FaultWord word;

  FaultSettings(Fields fields, FaultWord word) {
    this.fields = fields;
    this.word = word;
  }

  private static Setting<Double> share(String key, String example, String doc) {
    return Setting.required(key, Kinds.SHARE.like(example), doc);
  }

  Kind kind() {
    double share = value(SHARE, EnumSet.complementOf(EnumSet.copyOf(WITHOUT_SHARE)));
    int status = status();
    String said = value(WORD, EnumSet.of(FaultWord.ERROR_WORDS));
    Spread by = by();
    double accepted =
        value(
            ACCEPTED,
            EnumSet.of(FaultWord.TIME_OUTS, FaultWord.ERROR_WORDS, FaultWord.ERROR_PAGES));
    double closed = value(CLOSED, EnumSet.of(FaultWord.CUT_ANSWERS));
    OptionalInt retryAfter = value(RETRY_AFTER, EnumSet.of(FaultWord.RATE_LIMITS));
    Duration off = value(OFF, EnumSet.of(FaultWord.STALE_CLOCK));
    fields.check(
        !off.isZero(), OFF.key(), () -> "a clock that is off by 0s is right; leave it out");
    int times = value(TIMES, EnumSet.of(FaultWord.REPEATED_WEBHOOKS));
    Rate pace = value(PACE, EnumSet.of(FaultWord.INTRUDER));
    return switch (word) {
      case OUTAGE -> new Kind.Outage();
      case ERRORS -> new Kind.Errors(share, status);
      case ERROR_WORDS -> new Kind.ErrorWords(share, said, accepted);
      case RATE_LIMITS -> new Kind.RateLimits(share, retryAfter);
      case SLOW -> new Kind.Slow(by);
      case TIME_OUTS -> new Kind.TimeOuts(share, accepted);
      case LOST_CALLS -> new Kind.LostCalls(share);
      case LOST_ANSWERS -> new Kind.LostAnswers(share);
      case CUT_ANSWERS -> new Kind.CutAnswers(share, closed);
      case ERROR_PAGES -> new Kind.ErrorPages(share, status, accepted);
      case REVOKED_TOKEN -> new Kind.RevokedToken();
      case STALE_CLOCK -> new Kind.StaleClock(off);
      case DUPLICATED_WEBHOOKS -> new Kind.DuplicatedWebhooks(share);
      case REPEATED_WEBHOOKS -> new Kind.RepeatedWebhooks(share, times);
      case REORDERED_WEBHOOKS -> new Kind.ReorderedWebhooks(share);
      case DELAYED_WEBHOOKS -> new Kind.DelayedWebhooks(share, by);
      case LOST_WEBHOOKS -> new Kind.LostWebhooks(share);
      case CRASH -> new Kind.Crash();
      case INTRUDER -> new Kind.Intruder(pace.perMinute());
    };
  }

  private int status() {
    boolean page = word == FaultWord.ERROR_PAGES;
    int status =
        value(
            page ? STATUS.or("502") : STATUS, EnumSet.of(FaultWord.ERRORS, FaultWord.ERROR_PAGES));
    fields.check(
        status >= BAD_REQUEST || (page && status == OK),
        STATUS.key(),
        () ->
            page
                ? "a page's status must be 200 or from 400 to 599; write e.g. 'status: 502'"
                : "an error's status must be from 400 to 599; write e.g. 'status: 503'");
    return status;
  }

  private Spread by() {
    boolean delayed = word == FaultWord.DELAYED_WEBHOOKS;
    return value(
        delayed ? BY.or("uniform(30s, 2m)") : BY,
        EnumSet.of(FaultWord.SLOW, FaultWord.DELAYED_WEBHOOKS));
  }

  /** The setting's value or its default; a fault if it is there and isn't this kind's. */
  private <T> T value(Setting<T> setting, Set<FaultWord> owners) {
    var given = fields.find(setting);
    fields.check(
        given.isEmpty() || owners.contains(word),
        setting.key(),
        () -> "kind " + word.word() + " has no '" + setting.key() + "'; leave it out");
    return given.orElseGet(() -> setting.kind().read(setting.standard().orElseThrow()));
  }
}
