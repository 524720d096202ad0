package gameday.scenario.yaml;

import gameday.process.AnswerRoute;
import gameday.process.Audience;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import gameday.process.Tier;
import gameday.scenario.AudiencePlan;
import gameday.scenario.ChatbotPlan;
import gameday.scenario.EventPlan;
import gameday.scenario.FaultPlan;
import gameday.scenario.Roster;
import gameday.scenario.RulePlan;
import gameday.scenario.Scenario;
import gameday.scenario.Spread;
import gameday.scenario.StaffMember;
import gameday.scenario.StaffPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A whole scenario, setting by setting; the order is that of the schema. */
final class ScenarioReading {
  static final String ABOUT = "One thing to rehearse: an event, who asks, who answers, what fails.";

  private static final Setting<String> TITLE =
      Setting.required("title", Kinds.TEXT, "one line for people");
  private static final Setting<String> ABOUT_IT =
      Setting.required("about", Kinds.TEXT, "what it rehearses and what good looks like");
  private static final Setting<Double> SPEED =
      Setting.required(
              "speed",
              Kinds.number(0.01, 3600, "60"),
              "seconds of event time in one second of a live rehearsal")
          .or("60");
  private static final Setting<Long> SEED =
      Setting.required("seed", Kinds.SEED, "where all chance comes from").or("1");
  private static final Setting<String> OBJECTIVES =
      Setting.required(
          "objectives",
          Kinds.TEXT.like("help-chat first-response p90 < 60s"),
          "what must hold, one objective a line");
  private static final Setting<HelpChatProduct> PROVIDER =
      Setting.required(
              "provider",
              Kinds.choice(HelpChatProduct.values(), HelpChatProduct::word),
              "which product the Help chat is")
          .or("chatwoot");
  private static final Setting<String> ONLY =
      Setting.required(
          "only",
          Kinds.QUESTION,
          "the ids of the questions to play, of all that are drawn; all, if it is left out");

  private final Setting<String> name;

  /** A reading of a scenario whose name is {@code standardName} unless it says otherwise. */
  ScenarioReading(String standardName) {
    name =
        Setting.required("name", Kinds.WORD.like("keynote-rush"), "its name; by default the file's")
            .or(standardName);
  }

  Scenario read(Fields fields) {
    String named = fields.get(name);
    String title = fields.get(TITLE);
    String about = fields.find(ABOUT_IT).orElse("").strip();
    double speed = fields.get(SPEED);
    long seed = fields.get(SEED);
    EventPlan event = fields.section("event", "the event", EventReading::read);
    Timeline day = new Timeline(event.starts().toLocalTime(), event.length(), event.sessions());
    List<AudiencePlan> audiences =
        fields.section("audiences", "who asks", section -> audiences(section, event, day));
    ChatbotPlan chatbot =
        fields.section("chatbot", "the Help chat's first answer", ScenarioReading::chatbot);
    StaffPlan staff =
        fields.section("staff", "who is there to answer", new StaffReading(day)::read);
    HelpChatProduct product =
        fields.section("help-chat", "the Help chat", section -> section.get(PROVIDER));
    EscalationProcess process =
        fields.section(
            "process",
            "what the event has settled about the escalation process",
            section -> process(section, product, staff));
    List<FaultPlan> faults =
        fields
            .findSections("faults", "what goes wrong, and when", new FaultReading(day)::read)
            .orElse(List.of());
    return new Scenario(
        named,
        title,
        about,
        speed,
        seed,
        event,
        audiences,
        chatbot,
        staff,
        process,
        product,
        faults,
        fields.values(OBJECTIVES),
        rules(fields, new RuleReading(event, Roster.of(staff), audiences)),
        fields.values(ONLY));
  }

  private static List<RulePlan> rules(Fields fields, RuleReading reading) {
    List<RulePlan> rules =
        fields
            .findSections(
                RuleReading.KEY,
                "what must hold beside the rules of the process, " + RuleReading.MOST + " at most",
                reading::read)
            .orElse(List.of());
    fields.check(
        rules.size() <= RuleReading.MOST,
        RuleReading.KEY,
        () -> "%d rules; %d is the most".formatted(rules.size(), RuleReading.MOST));
    return rules;
  }

  private static List<AudiencePlan> audiences(Fields fields, EventPlan event, Timeline day) {
    List<AudiencePlan> plans = new ArrayList<>();
    for (Audience audience : Audience.values()) {
      fields
          .findSection(
              audience.word() + "s",
              "the event's " + audience.word() + "s",
              new AudienceReading(audience, event, day)::read)
          .ifPresent(plans::add);
    }
    fields.check(
        !plans.isEmpty(),
        "",
        () ->
            "audiences must name attendees, speakers or exhibitors; write e.g. 'attendees: {people:"
                + " 500}'");
    double questions = plans.stream().mapToDouble(AudiencePlan::questions).sum();
    fields.check(
        questions <= AudienceReading.MOST_QUESTIONS,
        "",
        () -> "more questions than a script can hold (5,000,000); ask for fewer");
    return plans;
  }

  private static ChatbotPlan chatbot(Fields fields) {
    return new ChatbotPlan(
        fields.get(
            Setting.<Spread>required(
                    "answers", Kinds.SPREAD.like("3s"), "how long until it answers")
                .or("lognormal(mean 3s, cv 0.5)")),
        fields.get(
            Setting.required(
                    "resolves",
                    Kinds.SHARE.like("45%"),
                    "share of questions it resolves; 0% if there is none")
                .or("45%")));
  }

  private static EscalationProcess process(
      Fields fields, HelpChatProduct product, StaffPlan staff) {
    boolean notes = product.hasPrivateNotes();
    Setting<EscalationWay> way =
        Setting.required(
                "way",
                Kinds.choice(EscalationWay.values(), Words::of),
                "how agents escalate from the Help chat; by-hand where it has no private notes")
            .or(notes ? "note" : "by-hand");
    Setting<AnswerRoute> route =
        Setting.required(
                "route",
                Kinds.choice(AnswerRoute.values(), Words::of),
                "how answers come back; straight where the Help chat has no private notes")
            .or(notes ? "through-agent" : "straight");
    EscalationWay chosenWay = fields.get(way);
    AnswerRoute chosenRoute = fields.get(route);
    fields.check(
        notes || chosenWay == EscalationWay.BY_HAND,
        way.key(),
        () -> product.word() + " has no private notes; write 'way: by-hand'");
    fields.check(
        notes || chosenRoute == AnswerRoute.STRAIGHT,
        route.key(),
        () -> product.word() + " has no private notes; write 'route: straight'");
    return new EscalationProcess(
        profile(fields, staff),
        chosenWay,
        chosenRoute,
        fields.section(
            "deadlines", "what the pipeline does when people are slow", ScenarioReading::deadlines),
        fields.get(
            Setting.required(
                    "group-within",
                    Kinds.DURATION_OR_ZERO.like("10m"),
                    "how long after an issue was opened others with the same trouble, in the same"
                        + " session, join its thread; 0s for never")
                .or("10m")));
  }

  private static Profile profile(Fields fields, StaffPlan staff) {
    Profile profile =
        fields.get(
            Setting.required(
                    "profile",
                    Kinds.choice(Profile.values(), Profile::word),
                    "whom an escalation mentions: @here, or one named CSM")
                .or("current"));
    Optional<StaffMember> named = Roster.of(staff, Tier.CSM).stream().findFirst();
    fields.check(
        profile != Profile.NAMED_CSM || named.isEmpty() || named.get().canWork(),
        "profile",
        () ->
            "named-csm names the first CSM, and "
                + named.orElseThrow().name()
                + " has not accepted the Slack invitation; put somebody first who has");
    return profile;
  }

  private static Deadlines deadlines(Fields fields) {
    Optional<Duration> remindGiven =
        fields.find(deadline("remind", "5m", "until the CSMs are reminded"));
    Duration remind = remindGiven.orElse(Deadlines.DEFAULT.remind());
    Duration untaken =
        fields.get(deadline("untaken", "10m", "until a question nobody took is escalated"));
    Duration callAgain =
        fields.get(deadline("call-again", "10m", "until they are called again; after remind"));
    boolean ordered = callAgain.compareTo(remind) > 0;
    fields.check(
        ordered,
        remindGiven.isPresent() ? "remind" : "call-again",
        () ->
            "remind ("
                + Durations.write(remind)
                + ") must be shorter than call-again ("
                + Durations.write(callAgain)
                + ")");
    return ordered ? new Deadlines(untaken, remind, callAgain) : Deadlines.DEFAULT;
  }

  private static Setting<Duration> deadline(String key, String standard, String doc) {
    return Setting.required(key, Kinds.DURATION.like(standard), doc).or(standard);
  }
}
