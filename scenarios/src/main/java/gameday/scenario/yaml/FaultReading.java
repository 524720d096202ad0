package gameday.scenario.yaml;

import gameday.scenario.FaultPlan;
import gameday.scenario.FaultPlan.Target;
import java.time.Duration;

/** One of the {@code faults}. */
final class FaultReading {
  private static final Duration HALF_DAY = Duration.ofHours(12);

  private static final Setting<Target> ON =
      Setting.required("on", Kinds.choice(Target.values(), Target::word), "what it hits");
  private static final Setting<FaultWord> KIND =
      Setting.required("kind", Kinds.choice(FaultWord.values(), FaultWord::word), "what happens");
  private static final Setting<Moment> FROM =
      Setting.required("from", Kinds.MOMENT.like("keynote+5m"), "when it begins");
  private static final Setting<Moment> TO =
      Setting.required("to", Kinds.MOMENT.like("keynote+20m"), "when it ends");

  private final Timeline day;

  FaultReading(Timeline day) {
    this.day = day;
  }

  FaultPlan read(Fields fields) {
    Target on = fields.get(ON);
    FaultWord word = fields.get(KIND);
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
    fields.check(word.hits(on), KIND.key(), () -> word.misfit(on));
    return new FaultPlan(on, new FaultSettings(fields, word).kind(), from, until);
  }
}
