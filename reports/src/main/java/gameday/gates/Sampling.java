package gameday.gates;

import gameday.evidence.Evidence;
import gameday.evidence.Moment;
import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.WebhookDelivered;
import gameday.measures.Measures;
import gameday.measures.QuestionTimes;
import gameday.measures.QuestionTimes.End;
import gameday.process.Tier;
import gameday.verdict.Blame;
import gameday.verdict.RuleVerdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The samples of each metric.
 *
 * <p>A question still open when the run ends has waited until then at least, and counts with that
 * time: a help desk that answers nobody must not pass for lack of slow answers. Those who gave up
 * count in {@code abandoned} and nowhere else.
 */
final class Sampling {
  private final Evidence evidence;
  private final Measures measures;
  private final List<RuleVerdict> rules;

  Sampling(Evidence evidence, Measures measures, List<RuleVerdict> rules) {
    this.evidence = evidence;
    this.measures = measures;
    this.rules = rules;
  }

  List<Sample> of(Objective objective) {
    Stream<QuestionTimes> questions =
        measures.questions().stream()
            .filter(q -> q.end() != End.NEVER_ASKED && objective.isAbout(q.question()));
    return switch (objective.metric()) {
      case FIRST_RESPONSE -> questions.flatMap(q -> time(q, q.firstResponse())).toList();
      case FIRST_HUMAN_RESPONSE ->
          questions
              .filter(q -> q.answeredBy().filter(Tier.CHATBOT::equals).isEmpty())
              .flatMap(q -> time(q, q.firstHumanResponse()))
              .toList();
      case RESOLUTION -> questions.flatMap(q -> time(q, q.resolution())).toList();
      case ESCALATION -> questions.flatMap(this::escalation).toList();
      case ABANDONED -> questions.map(Sampling::abandoned).toList();
      case PIPELINE_ACK -> acknowledgements();
      case CLIENT_TEAM_OCCUPANCY -> occupancy(Tier.CLIENT_TEAM);
      case CSM_OCCUPANCY -> occupancy(Tier.CSM);
      case TECH_SUPPORT_OCCUPANCY -> occupancy(Tier.TECH_SUPPORT);
      case STAFF_MISTAKES -> mistakes();
    };
  }

  /** How many samples a value rests on. */
  long count(Objective objective, List<Sample> samples) {
    return objective.metric() == Metric.STAFF_MISTAKES ? staffActions() : samples.size();
  }

  private Stream<Sample> time(QuestionTimes question, Optional<Duration> time) {
    return time
        .or(() -> waited(question, question.question().at()))
        .map(t -> Sample.of(question.question().at(), t))
        .stream();
  }

  private Optional<Duration> waited(QuestionTimes question, Duration since) {
    Duration end = evidence.clock().eventTime(evidence.endNanos());
    return question.end() == End.OPEN ? Optional.of(end.minus(since)) : Optional.empty();
  }

  private Stream<Sample> escalation(QuestionTimes question) {
    Optional<Moment<Escalated>> escalated =
        evidence.caseOf(question.question().id()).flatMap(file -> file.escalated());
    return question
        .escalation()
        .or(() -> escalated.flatMap(e -> waited(question, evidence.clock().eventTime(e.atNanos()))))
        .map(time -> Sample.of(question.question().at(), time))
        .stream();
  }

  private static Sample abandoned(QuestionTimes question) {
    boolean left =
        question.end() == End.GAVE_UP_SILENTLY || question.end() == End.GAVE_UP_SAYING_SO;
    return new Sample(Optional.of(question.question().at()), left ? 1 : 0);
  }

  private List<Sample> acknowledgements() {
    return evidence.all(WebhookDelivered.class).stream()
        .filter(delivered -> delivered.what().status() / 100 == 2)
        .map(
            delivered ->
                Sample.of(
                    evidence.clock().eventTime(delivered.atNanos()),
                    Duration.ofNanos(delivered.what().nanos())))
        .toList();
  }

  private List<Sample> occupancy(Tier tier) {
    return Optional.ofNullable(measures.occupancy().get(tier.word()))
        .map(share -> new Sample(Optional.empty(), share))
        .stream()
        .toList();
  }

  private List<Sample> mistakes() {
    long mistakes =
        rules.stream()
            .flatMap(rule -> rule.violations().stream())
            .filter(violation -> violation.blame() == Blame.STAFF)
            .count();
    long actions = staffActions();
    return actions == 0
        ? List.of()
        : List.of(new Sample(Optional.empty(), Math.min(1, mistakes / (double) actions)));
  }

  /** What the staff did: took, wrote, escalated, and wrote in Slack. */
  private long staffActions() {
    long posts =
        evidence.all(SlackPosted.class).stream()
            .filter(
                post ->
                    post.what().author().role() == Role.CLIENT_TEAM
                        || post.what().author().isResponseTeam())
            .count();
    return posts
        + evidence.all(AgentTook.class).size()
        + evidence.all(AgentReplied.class).size()
        + evidence.all(Escalated.class).size();
  }
}
