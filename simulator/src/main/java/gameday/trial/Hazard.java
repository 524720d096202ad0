package gameday.trial;

import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.FaultPlan.Target;
import gameday.scenario.Spread;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;

/** The kinds of faults that can be drawn for a product, each with settings of its own. */
enum Hazard {
  OUTAGE,
  ERRORS,
  ERROR_WORDS,
  RATE_LIMITS,
  SLOW,
  TIME_OUTS,
  LOST_CALLS,
  LOST_ANSWERS,
  CUT_ANSWERS,
  ERROR_PAGES,
  REVOKED_TOKEN,
  STALE_CLOCK,
  DUPLICATED_WEBHOOKS,
  REPEATED_WEBHOOKS,
  REORDERED_WEBHOOKS,
  DELAYED_WEBHOOKS,
  LOST_WEBHOOKS;

  /** Of trouble on the way. What a product refuses for good (400, 404, 409, 422) is given up. */
  private static final int[] STATUSES = {401, 403, 408, 500, 502, 503, 504};

  private static final int[] PAGES = {200, 403, 404, 500, 502, 503, 504};
  private static final int MOST_TIMES = 11;
  private static final int MOST_RETRY_AFTER = 30;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean hits(Target on) {
    return on != Target.PIPELINE && (this != ERROR_WORDS || on == Target.SLACK);
  }

  Kind draw(Dice dice) {
    return switch (this) {
      case OUTAGE -> new Kind.Outage();
      case ERRORS -> new Kind.Errors(dice.share(), dice.oneOf(STATUSES));
      case ERROR_WORDS ->
          new Kind.ErrorWords(
              dice.share(),
              Kind.ErrorWords.SAID.get(dice.below(Kind.ErrorWords.SAID.size())),
              dice.share());
      case RATE_LIMITS -> new Kind.RateLimits(dice.share(), retryAfter(dice));
      case SLOW -> new Kind.Slow(spread(dice, Duration.ofMillis(10), Duration.ofSeconds(20)));
      case TIME_OUTS -> new Kind.TimeOuts(dice.share(), dice.share());
      case LOST_CALLS -> new Kind.LostCalls(dice.share());
      case LOST_ANSWERS -> new Kind.LostAnswers(dice.share());
      case CUT_ANSWERS -> new Kind.CutAnswers(dice.share(), dice.share());
      case ERROR_PAGES -> new Kind.ErrorPages(dice.share(), dice.oneOf(PAGES), dice.share());
      case REVOKED_TOKEN -> new Kind.RevokedToken();
      case STALE_CLOCK -> new Kind.StaleClock(jump(dice));
      case DUPLICATED_WEBHOOKS -> new Kind.DuplicatedWebhooks(dice.share());
      case REPEATED_WEBHOOKS ->
          new Kind.RepeatedWebhooks(dice.share(), 2 + dice.below(MOST_TIMES - 1));
      case REORDERED_WEBHOOKS -> new Kind.ReorderedWebhooks(dice.share());
      case DELAYED_WEBHOOKS ->
          new Kind.DelayedWebhooks(
              dice.share(), spread(dice, Duration.ofMillis(100), Duration.ofMinutes(5)));
      case LOST_WEBHOOKS -> new Kind.LostWebhooks(dice.share());
    };
  }

  private static OptionalInt retryAfter(Dice dice) {
    return dice.happens(0.3)
        ? OptionalInt.empty()
        : OptionalInt.of(1 + dice.below(MOST_RETRY_AFTER));
  }

  /** Up to an hour, either way; what is believed ends at five minutes. */
  private static Duration jump(Dice dice) {
    Duration off = dice.between(Duration.ofSeconds(1), Duration.ofHours(1));
    return dice.happens(0.5) ? off : off.negated();
  }

  private static Spread spread(Dice dice, Duration least, Duration most) {
    Duration one = dice.between(least, most);
    Duration other = dice.between(least, most);
    return one.compareTo(other) <= 0
        ? new Spread.Uniform(one, other)
        : new Spread.Uniform(other, one);
  }
}
