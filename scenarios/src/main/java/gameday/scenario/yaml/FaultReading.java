package gameday.scenario.yaml;

import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Kind;
import gameday.scenario.FaultPlan.Target;
import gameday.scenario.Spread;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One of the {@code faults}. */
final class FaultReading {
  private static final Duration HALF_DAY = Duration.ofHours(12);

  private enum Word {
    OUTAGE,
    ERRORS,
    SLOW,
    LOST_ANSWERS,
    CRASH;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final Setting<Target> ON =
      Setting.required("on", Kinds.choice(Target.values(), Target::word), "what it hits");
  private static final Setting<Word> KIND =
      Setting.required("kind", Kinds.choice(Word.values(), Word::word), "what happens");
  private static final Setting<Moment> FROM =
      Setting.required("from", Kinds.MOMENT.like("keynote+5m"), "when it begins");
  private static final Setting<Moment> TO =
      Setting.required("to", Kinds.MOMENT.like("keynote+20m"), "when it ends");
  private static final Setting<Double> SHARE =
      Setting.required(
              "share", Kinds.SHARE.like("20%"), "share of calls, for errors and lost-answers")
          .or("100%");
  private static final Setting<Integer> STATUS =
      Setting.required("status", Kinds.whole(400, 599, "503"), "HTTP status, for errors").or("503");
  private static final Setting<Spread> BY =
      Setting.required(
              "by",
              Kinds.SPREAD.like("uniform(1s, 3s)"),
              "how much later answers come, for slow; never compressed by the speed")
          .or("uniform(1s, 3s)");

  private final Timeline day;

  FaultReading(Timeline day) {
    this.day = day;
  }

  static String word(Kind kind) {
    return switch (kind) {
      case Kind.Outage outage -> Word.OUTAGE.word();
      case Kind.Errors errors -> Word.ERRORS.word();
      case Kind.Slow slow -> Word.SLOW.word();
      case Kind.LostAnswers lost -> Word.LOST_ANSWERS.word();
      case Kind.Crash crash -> Word.CRASH.word();
    };
  }

  FaultPlan read(Fields fields) {
    Target on = fields.get(ON);
    Word word = fields.get(KIND);
    Duration from = day.at(fields, FROM);
    Duration until = day.at(fields, TO);
    fields.check(
        from.compareTo(until) < 0,
        TO.key(),
        () -> "a fault must end after it begins; correct from or to");
    fields.check(
        from.compareTo(HALF_DAY.negated()) >= 0
            && until.compareTo(day.length().plus(HALF_DAY)) <= 0,
        FROM.key(),
        () -> "a fault must lie within 12 hours of the event");
    fields.check(
        (word == Word.CRASH) == (on == Target.PIPELINE),
        KIND.key(),
        () ->
            word == Word.CRASH
                ? "only the pipeline can crash; write 'on: pipeline', or 'kind: outage'"
                : "what happens to the pipeline is a crash; write 'kind: crash'");
    return new FaultPlan(on, kind(fields, word), from, until);
  }

  private static Kind kind(Fields fields, Word word) {
    Optional<Double> share = fields.find(SHARE);
    Optional<Integer> status = fields.find(STATUS);
    Optional<Spread> by = fields.find(BY);
    belongs(fields, SHARE, share.isEmpty(), word, Word.ERRORS, Word.LOST_ANSWERS);
    belongs(fields, STATUS, status.isEmpty(), word, Word.ERRORS);
    belongs(fields, BY, by.isEmpty(), word, Word.SLOW);
    return switch (word) {
      case OUTAGE -> new Kind.Outage();
      case ERRORS -> new Kind.Errors(share.orElse(1.0), status.orElse(503));
      case SLOW -> new Kind.Slow(by.orElseGet(() -> standard(BY)));
      case LOST_ANSWERS -> new Kind.LostAnswers(share.orElse(1.0));
      case CRASH -> new Kind.Crash();
    };
  }

  private static void belongs(
      Fields fields, Setting<?> setting, boolean absent, Word word, Word... owners) {
    fields.check(
        absent || Arrays.asList(owners).contains(word),
        setting.key(),
        () -> "kind " + word.word() + " has no '" + setting.key() + "'; leave it out");
  }

  private static <T> T standard(Setting<T> setting) {
    return setting.kind().read(setting.standard().orElseThrow());
  }
}
