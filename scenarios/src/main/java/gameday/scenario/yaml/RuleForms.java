package gameday.scenario.yaml;

import gameday.scenario.EventPattern;
import gameday.scenario.RuleForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The form of a rule of a scenario's own; exactly one of them must be there. */
final class RuleForms {
  private static final Setting<EventPattern> EXACTLY_ONE =
      event("exactly-one", "escalated", "this happens once, neither never nor twice");
  private static final Setting<EventPattern> NEVER =
      event("never", "slack-posted containing <!channel>", "this doesn't happen");
  private static final Setting<EventPattern> TO = event("to", "escalated", "whenever this happens");
  private static final Setting<EventPattern> WITH = event("with", "agent-replied", "this follows");
  private static final Setting<Duration> IN_TIME =
      Setting.required(
          "within",
          Kinds.DURATION.like("10m"),
          "this soon, event time; without it before the run's end");
  private static final Setting<EventPattern> FIRST =
      event("first", "slack-reacted by csm with eyes", "unless this has happened");
  private static final Setting<EventPattern> THEN =
      event("then", "slack-posted by csm in thread", "this doesn't");
  private static final Setting<EventPattern> WHAT = event("what", "closed", "this doesn't happen");
  private static final Setting<EventPattern> UNTIL =
      event("until", "agent-replied that answers", "before this, in cases in which this happens");
  private static final Setting<EventPattern> FROM =
      event("from", "asked", "from the first of these");
  private static final Setting<EventPattern> THERE =
      event("to", "agent-took", "to the first of these after it, if it comes");
  private static final Setting<Duration> LIMIT =
      Setting.required("limit", Kinds.DURATION.like("5m"), "at most this long, event time");

  private final Fields fields;

  RuleForms(Fields fields) {
    this.fields = fields;
  }

  private static Setting<EventPattern> event(String key, String example, String doc) {
    return Setting.required(key, Kinds.EVENT.like(example), doc);
  }

  RuleForm read() {
    List<RuleForm> given = new ArrayList<>();
    fields.find(EXACTLY_ONE).map(RuleForm.ExactlyOne::new).ifPresent(given::add);
    fields
        .findSection(
            "response",
            "one event follows whenever another has happened",
            it -> new RuleForm.Response(it.get(TO), it.get(WITH), it.find(IN_TIME)))
        .ifPresent(given::add);
    fields
        .findSection(
            "precedence",
            "one event doesn't happen unless another has happened",
            it -> new RuleForm.Precedence(it.get(FIRST), it.get(THEN)))
        .ifPresent(given::add);
    fields
        .findSection(
            "not-before",
            "one event doesn't happen before another, in cases in which that other happens",
            it -> new RuleForm.NotBefore(it.get(WHAT), it.get(UNTIL)))
        .ifPresent(given::add);
    fields
        .findSection(
            "within",
            "from one event to another, if it comes, it doesn't take longer",
            it -> new RuleForm.Within(it.get(FROM), it.get(THERE), it.get(LIMIT)))
        .ifPresent(given::add);
    fields.find(NEVER).map(RuleForm.Never::new).ifPresent(given::add);
    fields.check(
        given.size() == 1,
        given.size() > 1 ? given.get(1).word() : "id",
        () ->
            given.isEmpty()
                ? "a rule must have one of exactly-one, response, precedence, not-before, within,"
                    + " never; write e.g. 'never: slack-posted containing <!channel>'"
                : "a rule has one form, this one has "
                    + given.stream().map(RuleForm::word).collect(Collectors.joining(", "))
                    + "; make two rules of it");
    return given.isEmpty() ? new RuleForm.Never(NEVER.kind().standIn()) : given.get(0);
  }
}
