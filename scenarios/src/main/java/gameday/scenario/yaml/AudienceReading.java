package gameday.scenario.yaml;

import gameday.process.Audience;
import gameday.scenario.AudiencePlan;
import gameday.scenario.AudiencePlan.Peak;
import gameday.scenario.AudiencePlan.TopicShare;
import gameday.scenario.EventPlan;
import gameday.scenario.Spread;
import gameday.script.ScriptDraw;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One audience's section; defaults differ by audience. */
final class AudienceReading {
  static final double MOST_QUESTIONS = 5_000_000;
  private static final int MOST_PEOPLE = 10_000_000;
  private static final double TOLERANCE = 0.005;

  private static final Setting<Integer> PEOPLE =
      Setting.required("people", Kinds.whole(1, MOST_PEOPLE, "5000"), "how many of them there are");
  private static final Setting<Rate> RATE =
      Setting.required("rate", Kinds.RATE, "instead of questions: how many come outside all peaks");
  private static final Setting<Double> TOPICS =
      Setting.required("topics", Kinds.SHARE.like("30%"), "what they ask about; adds up to 100%");
  private static final Setting<Moment> AROUND =
      Setting.required(
              "around", Kinds.MOMENT.like("keynote"), "a session's id, doors, or a time of day")
          .or(Timeline.START);
  private static final Setting<Duration> FROM =
      Setting.required("from", Kinds.SIGNED_DURATION, "where it begins, from there");
  private static final Setting<Duration> TO =
      Setting.required("to", Kinds.SIGNED_DURATION.like("10m"), "where it ends, from there");
  private static final Setting<Double> FACTOR =
      Setting.required(
          "factor", Kinds.number(0, 1000, "7"), "how many times as many questions as usual");

  private final Audience audience;
  private final EventPlan event;
  private final Timeline day;
  private final AudienceDefaults defaults;

  AudienceReading(Audience audience, EventPlan event, Timeline day) {
    this.audience = audience;
    this.event = event;
    this.day = day;
    this.defaults = AudienceDefaults.of(audience);
  }

  AudiencePlan read(Fields fields) {
    int people = fields.get(PEOPLE);
    List<Peak> peaks =
        fields
            .findSections("peaks", "when they ask more than usual", this::peak)
            .orElseGet(() -> defaults.peaks(event));
    return new AudiencePlan(
        audience,
        people,
        questions(fields, people, peaks),
        modChatShare(fields),
        topics(fields),
        peaks,
        fields.get(share("escalates", "share the Client team can't answer", defaults.escalates())),
        fields.get(
            Setting.<Spread>required(
                    "patience", Kinds.SPREAD, "how long they wait for a first human answer")
                .or(defaults.patience())),
        fields.get(share("leaves-silently", "share of leavers who say nothing", "70%")),
        fields.get(share("follows-up", "share that asks on after an answer", "15%")),
        fields.get(
            share("returns", "share that writes again, and anew, after the chat was closed", "0%")),
        new CommonCauseReading(audience, day).readAll(fields));
  }

  private double questions(Fields fields, int people, List<Peak> peaks) {
    Setting<Amount> setting =
        Setting.required(
                "questions", Kinds.AMOUNT, "how many they ask: a number or share of people")
            .or(defaults.questions());
    Optional<Amount> amount = fields.find(setting);
    Optional<Rate> rate = fields.find(RATE);
    fields.check(
        amount.isEmpty() || rate.isEmpty(),
        RATE.key(),
        () -> "questions and rate say the same thing; keep one of them");
    double questions =
        rate.map(given -> given.over(event.length()) * ScriptDraw.stretch(peaks, event.length()))
            .orElseGet(
                () ->
                    amount
                        .orElseGet(() -> setting.kind().read(defaults.questions()))
                        .questions(people));
    fields.check(
        questions <= MOST_QUESTIONS,
        rate.isPresent() ? RATE.key() : setting.key(),
        () -> "more questions than a script can hold (5,000,000); ask for fewer");
    return questions;
  }

  private double modChatShare(Fields fields) {
    if (audience != Audience.SPEAKER) {
      return 0;
    }
    Setting<Double> setting =
        share(
            "mod-chat",
            "share asked in a session's Mod chat; 80% if there are sessions",
            event.sessions().isEmpty() ? "0%" : "80%");
    double share = fields.get(setting);
    fields.check(
        share == 0 || !event.sessions().isEmpty(),
        setting.key(),
        () -> "mod-chat needs sessions, whose tab it is; add event.sessions or write 0%");
    return share;
  }

  private List<TopicShare> topics(Fields fields) {
    List<TopicShare> topics =
        fields.findTable(TOPICS).map(AudienceReading::topics).orElseGet(defaults::topics);
    double sum = topics.stream().mapToDouble(TopicShare::share).sum();
    fields.check(
        Math.abs(sum - 1) <= TOLERANCE,
        TOPICS.key(),
        () -> "topics must add up to 100%, were " + Shares.write(Math.round(sum * 1e4) / 1e4));
    topics.forEach(topic -> checkTopic(fields, TOPICS.key(), audience, topic.topic()));
    return topics;
  }

  /** Other topics are welcome; what is a slip of a known one is not another topic. */
  static void checkTopic(Fields fields, String key, Audience audience, String topic) {
    List<String> known = ScriptDraw.topics(audience);
    fields.check(
        known.contains(topic) || Nearest.to(topic, known).isEmpty(),
        key,
        () -> "unknown topic '" + topic + "'" + Nearest.hint(topic, known));
  }

  private static List<TopicShare> topics(Map<String, Double> table) {
    return table.entrySet().stream()
        .map(entry -> new TopicShare(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Peak peak(Fields fields) {
    Duration around = day.at(fields, AROUND);
    Peak peak =
        new Peak(around.plus(fields.get(FROM)), around.plus(fields.get(TO)), fields.get(FACTOR));
    fields.check(
        peak.from().compareTo(peak.to()) < 0,
        TO.key(),
        () -> "a peak must end after it begins; correct from or to");
    return peak;
  }

  private static Setting<Double> share(String key, String doc, String standard) {
    return Setting.required(key, Kinds.SHARE, doc).or(standard);
  }
}
