package gameday.scenario.yaml;

import gameday.process.Audience;
import gameday.scenario.CommonCause;
import gameday.scenario.SessionPlan;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An audience's {@code causes}. */
final class CommonCauseReading {
  private static final String CAUSES = "causes";
  private static final Setting<String> NAME =
      Setting.required("name", Kinds.WORD.like("no-picture"), "short, unlike the others");
  private static final Setting<String> SESSION =
      Setting.required("session", Kinds.WORD.like("keynote"), "id of the session it is about");
  private static final Setting<String> TOPIC =
      Setting.required("topic", Kinds.WORD.like("video-sound"), "what it is about");
  private static final Setting<String> ISSUE =
      Setting.required(
          "issue", Kinds.TEXT.like("The keynote's picture is black"), "what agents make of it");
  private static final Setting<String> SAYS =
      Setting.required(
          "says", Kinds.TEXT.like("I only see black"), "what askers write; by default the issue");
  private static final Setting<Moment> FROM =
      Setting.required("from", Kinds.MOMENT.like("keynote"), "when it begins");
  private static final Setting<Moment> TO =
      Setting.required("to", Kinds.MOMENT.like("keynote+10m"), "when it ends");
  private static final Setting<Double> SHARE =
      Setting.required(
              "share", Kinds.SHARE.like("50%"), "share of the questions asked then that it causes")
          .or("50%");

  private final Audience audience;
  private final Timeline day;

  CommonCauseReading(Audience audience, Timeline day) {
    this.audience = audience;
    this.day = day;
  }

  List<CommonCause> readAll(Fields fields) {
    List<CommonCause> causes =
        fields
            .findSections(
                CAUSES,
                "one trouble of many, who ask and are escalated in the same words",
                this::read)
            .orElse(List.of());
    Set<String> names = new HashSet<>();
    for (CommonCause cause : causes) {
      fields.check(
          names.add(cause.name()),
          CAUSES,
          () -> "two causes are called '" + cause.name() + "'; rename one");
    }
    return causes;
  }

  private CommonCause read(Fields fields) {
    String name = fields.get(NAME);
    String session = fields.get(SESSION);
    String topic = fields.get(TOPIC);
    String issue = fields.get(ISSUE);
    String says = fields.find(SAYS).orElse(issue);
    Duration from = day.at(fields, FROM);
    Duration to = day.at(fields, TO);
    double share = fields.get(SHARE);
    List<String> sessions = day.sessions().stream().map(SessionPlan::id).toList();
    fields.check(
        sessions.contains(session),
        SESSION.key(),
        () -> "unknown session '" + session + "'" + Nearest.hint(session, sessions));
    AudienceReading.checkTopic(fields, TOPIC.key(), audience, topic);
    fields.check(
        from.compareTo(to) < 0,
        TO.key(),
        () -> "a cause must end after it begins; correct from or to");
    return new CommonCause(name, session, topic, issue, says, from, to, share);
  }
}
