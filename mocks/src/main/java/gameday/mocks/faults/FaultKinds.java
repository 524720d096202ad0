package gameday.mocks.faults;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** How each kind of fault is read from its settings and written back, by its word. */
final class FaultKinds {
  private static final int MOST_TIMES = 11;
  private static final double HALF = 0.5;

  /** In the order in which people read them. */
  static final Map<String, Function<FaultSettings, Fault>> READING = reading();

  private FaultKinds() {}

  private static Map<String, Function<FaultSettings, Fault>> reading() {
    Map<String, Function<FaultSettings, Fault>> kinds = new LinkedHashMap<>();
    kinds.put("outage", it -> new Fault.Outage());
    kinds.put("errors", it -> new Fault.Errors(share(it), it.whole("status", 400, 599, 503)));
    kinds.put(
        "error-words",
        it ->
            new Fault.ErrorWords(
                share(it),
                it.word("word", FaultText.ERROR_WORDS, FaultText.ERROR_WORDS.getFirst()),
                accepted(it)));
    kinds.put("rate-limits", it -> new Fault.RateLimits(share(it), it.seconds("retry-after", 1)));
    kinds.put("slow", it -> new Fault.Slow(it.delay("by", seconds(1, 3))));
    kinds.put("time-outs", it -> new Fault.TimeOuts(share(it), accepted(it)));
    kinds.put("lost-calls", it -> new Fault.LostCalls(share(it)));
    kinds.put("lost-answers", it -> new Fault.LostAnswers(share(it)));
    kinds.put("cut-answers", it -> new Fault.CutAnswers(share(it), it.share("closed", HALF)));
    kinds.put(
        "error-pages",
        it -> new Fault.ErrorPages(share(it), it.pageStatus("status", 502), accepted(it)));
    kinds.put("revoked-token", it -> new Fault.RevokedToken());
    kinds.put("stale-clock", it -> new Fault.StaleClock(it.signed("off", Duration.ofMinutes(-10))));
    kinds.put("duplicated-webhooks", it -> new Fault.DuplicatedWebhooks(share(it)));
    kinds.put(
        "repeated-webhooks",
        it -> new Fault.RepeatedWebhooks(share(it), it.whole("times", 2, MOST_TIMES, MOST_TIMES)));
    kinds.put("reordered-webhooks", it -> new Fault.ReorderedWebhooks(share(it)));
    kinds.put(
        "delayed-webhooks",
        it -> new Fault.DelayedWebhooks(share(it), it.delay("by", seconds(30, 120))));
    kinds.put("lost-webhooks", it -> new Fault.LostWebhooks(share(it)));
    kinds.put("intruder", it -> new Fault.Intruder(it.pace("pace", 6)));
    return Collections.unmodifiableMap(kinds);
  }

  private static double share(FaultSettings settings) {
    return settings.share("share", 1);
  }

  private static double accepted(FaultSettings settings) {
    return settings.share("accepted", HALF);
  }

  private static Delay seconds(int least, int most) {
    return new Delay.Uniform(Duration.ofSeconds(least), Duration.ofSeconds(most));
  }

  /** A fault's settings as texts, its kind first; reads back to an equal fault. */
  static Map<String, String> write(Fault fault) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("kind", fault.word());
    switch (fault) {
      case Fault.OfCalls calls -> write(calls, words);
      case Fault.OfWebhooks webhooks -> {
        words.put("share", share(webhooks.share()));
        switch (webhooks) {
          case Fault.RepeatedWebhooks it -> words.put("times", Integer.toString(it.times()));
          case Fault.DelayedWebhooks it -> words.put("by", it.by().toString());
          case Fault.DuplicatedWebhooks it -> {}
          case Fault.ReorderedWebhooks it -> {}
          case Fault.LostWebhooks it -> {}
        }
      }
      case Fault.StaleClock it -> words.put("off", Durations.write(it.off()));
      case Fault.Intruder it -> words.put("pace", Durations.write(it.perMinute()) + "/min");
    }
    return words;
  }

  private static void write(Fault.OfCalls fault, Map<String, String> words) {
    boolean always =
        fault instanceof Fault.Outage
            || fault instanceof Fault.RevokedToken
            || fault instanceof Fault.Slow;
    if (!always) {
      words.put("share", share(fault.share()));
    }
    switch (fault) {
      case Fault.Errors it -> words.put("status", Integer.toString(it.status()));
      case Fault.ErrorWords it -> {
        words.put("word", it.said());
        words.put("accepted", share(it.accepted()));
      }
      case Fault.RateLimits it -> words.put("retry-after", written(it.retryAfterSeconds()));
      case Fault.Slow it -> words.put("by", it.by().toString());
      case Fault.TimeOuts it -> words.put("accepted", share(it.accepted()));
      case Fault.CutAnswers it -> words.put("closed", share(it.closed()));
      case Fault.ErrorPages it -> {
        words.put("status", Integer.toString(it.status()));
        words.put("accepted", share(it.accepted()));
      }
      case Fault.Outage it -> {}
      case Fault.LostCalls it -> {}
      case Fault.LostAnswers it -> {}
      case Fault.RevokedToken it -> {}
    }
  }

  private static String written(OptionalInt seconds) {
    return seconds.isPresent() ? seconds.getAsInt() + "s" : "none";
  }

  private static String share(double share) {
    // The shortest decimal that means this share, moved exactly.
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
