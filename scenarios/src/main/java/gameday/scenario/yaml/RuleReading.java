package gameday.scenario.yaml;

import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Tier;
import gameday.scenario.AudiencePlan;
import gameday.scenario.EventPattern;
import gameday.scenario.EventPlan;
import gameday.scenario.RuleForm;
import gameday.scenario.RulePlan;
import gameday.scenario.RulePlan.Per;
import gameday.scenario.RulePlan.Which;
import gameday.scenario.RulePlan.Whose;
import gameday.scenario.SessionPlan;
import gameday.scenario.StaffMember;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The {@code rules} of a scenario's own, of which no two share an id. */
final class RuleReading {
  static final String KEY = "rules";
  static final int MOST = 50;

  private static final Setting<String> ID =
      Setting.required("id", Kinds.WORD.like("eyes-first"), "its id, unlike any other rule's");
  private static final Setting<String> SAYS =
      Setting.required(
          "says",
          Kinds.LINE.like("A CSM shows eyes before answering."),
          "what it demands, for people");
  private static final Setting<Per> PER =
      Setting.required(
          "per",
          Kinds.choice(Per.values(), Words::of),
          "what a case is: a question, an escalation with its thread and questions, or the whole"
              + " run; question where nothing else is said, run for never");
  private static final Setting<Chat> IN =
      Setting.required(
          "in", Kinds.choice(Chat.values(), Chat::word), "only what was asked in this chat");
  private static final Setting<Audience> AUDIENCE =
      Setting.required(
          "audience", Kinds.choice(Audience.values(), Audience::word), "only what they asked");
  private static final Setting<String> SESSION =
      Setting.required("session", Kinds.WORD, "only what was asked in this session");
  private static final Setting<String> TOPIC =
      Setting.required("topic", Kinds.LINE.like("login"), "only questions with this topic");
  private static final Setting<EventPattern> WHEN =
      Setting.required("when", Kinds.EVENT.like("escalated"), "only cases in which this happens");
  private static final Setting<Whose> BLAME =
      Setting.required(
              "blame",
              Kinds.choice(Whose.values(), Words::of),
              "whose its violations are; only the pipeline's make a run fail")
          .or("pipeline");
  private static final Setting<Integer> MINIMUM =
      Setting.required(
              "minimum",
              Kinds.whole(0, 1_000_000, "5"),
              "how many cases it takes for a pass; 0 if a day may bring none")
          .or("1");

  private final EventPlan event;
  private final Set<String> people = new LinkedHashSet<>();
  private final Set<String> topics = new LinkedHashSet<>();
  private final Set<String> taken = new HashSet<>();

  RuleReading(EventPlan event, List<StaffMember> staff, List<AudiencePlan> audiences) {
    this.event = event;
    people.addAll(List.of("pipeline", "other", Tier.CHATBOT.word(), Tier.CLIENT_TEAM.word()));
    people.addAll(List.of(Tier.CSM.word(), Tier.TECH_SUPPORT.word()));
    staff.forEach(member -> people.add(member.id()));
    audiences.forEach(plan -> plan.topics().forEach(topic -> topics.add(topic.topic())));
  }

  RulePlan read(Fields fields) {
    String id = fields.get(ID);
    fields.check(
        taken.add(id), ID.key(), () -> "two rules are called " + id + "; give each its own id");
    Optional<String> says = fields.find(SAYS);
    RuleForm form = new RuleForms(fields).read();
    Which which = which(fields);
    Per per =
        fields
            .find(PER)
            .orElse(form instanceof RuleForm.Never && !asksFor(which) ? Per.RUN : Per.QUESTION);
    checkScope(fields, form, which, per);
    people(fields, form, which);
    return new RulePlan(id, says, form, per, which, fields.get(BLAME), fields.get(MINIMUM));
  }

  private static boolean asksFor(Which which) {
    return which.isOfQuestions() || which.when().isPresent();
  }

  private Which which(Fields fields) {
    Optional<String> session = fields.find(SESSION);
    List<String> sessions = event.sessions().stream().map(SessionPlan::id).toList();
    session.ifPresent(
        given ->
            fields.check(
                sessions.contains(given),
                SESSION.key(),
                () -> "the event has no session '" + given + "'" + Nearest.hint(given, sessions)));
    Optional<String> topic = fields.find(TOPIC);
    topic.ifPresent(
        given ->
            fields.check(
                topics.contains(given),
                TOPIC.key(),
                () -> "nobody asks about '" + given + "'" + Nearest.hint(given, topics)));
    return new Which(fields.find(IN), fields.find(AUDIENCE), session, topic, fields.find(WHEN));
  }

  private static void checkScope(Fields fields, RuleForm form, Which which, Per per) {
    fields.check(
        per != Per.RUN || !which.isOfQuestions(),
        PER.key(),
        () -> "a run has no chat, audience, session or topic; leave 'per: run' out, or these");
    patterns(form, which)
        .filter(pattern -> !pattern.event().isOfQuestions())
        .findFirst()
        .ifPresent(
            pattern ->
                fields.check(
                    per == Per.RUN,
                    PER.key(),
                    () -> pattern.event().word() + " belongs to no question; write 'per: run'"));
  }

  /** Whoever is named must be there, or else a rule would hold because of a slip. */
  private void people(Fields fields, RuleForm form, Which which) {
    List<String> strangers = new ArrayList<>();
    patterns(form, which)
        .flatMap(pattern -> pattern.by().stream())
        .filter(who -> !people.contains(who))
        .forEach(strangers::add);
    fields.check(
        strangers.isEmpty(),
        form.word(),
        () ->
            "nobody is called '" + strangers.get(0) + "'" + Nearest.hint(strangers.get(0), people));
  }

  private static Stream<EventPattern> patterns(RuleForm form, Which which) {
    return Stream.concat(form.patterns().stream(), which.when().stream());
  }
}
