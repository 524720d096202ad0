package gameday.scenario.yaml;

import gameday.scenario.FaultPlan.Target;
import java.util.Locale;

/** The kinds of faults, in the order in which people read them. */
enum FaultWord {
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
  LOST_WEBHOOKS,
  CRASH,
  INTRUDER;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean hits(Target on) {
    return switch (this) {
      case CRASH, INTRUDER -> on == Target.PIPELINE;
      case ERROR_WORDS -> on == Target.SLACK;
      default -> on != Target.PIPELINE;
    };
  }

  /** Why it doesn't hit {@code on}, and what to write. */
  String misfit(Target on) {
    if (on == Target.PIPELINE) {
      return "what happens to the pipeline is a crash or an intruder; write 'kind: crash'";
    }
    return switch (this) {
      case CRASH -> "only the pipeline can crash; write 'on: pipeline', or 'kind: outage'";
      case INTRUDER -> "an intruder goes for the pipeline; write 'on: pipeline'";
      default -> "only Slack has error words; write 'on: slack', or 'kind: errors'";
    };
  }
}
