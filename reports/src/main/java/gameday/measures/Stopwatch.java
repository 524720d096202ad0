package gameday.measures;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.evidence.Issue;
import gameday.evidence.Moment;
import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Author;
import gameday.history.Happening.Author.Role;
import gameday.history.Happening.ChatbotReplied;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.OfQuestion;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.PipelineReplied;
import gameday.history.Happening.SlackPosted;
import gameday.process.Chat;
import gameday.process.EscalationWay;
import gameday.process.Tier;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Times one question in honest time: the sum of its segments, people's in event time (wall time ×
 * speed), the machine's as measured.
 *
 * <pre>
 * intended ─lag─ asked ─CHATBOT─ agent requested ─QUEUE─ took ─AGENT─ escalated ─PIPELINE_OUT─
 *   in Slack ─CSM─ Tech Support called ─TECH_SUPPORT─ answer in thread ─PIPELINE_BACK─
 *   brought back ─AGENT_RETURN─ answered
 * </pre>
 *
 * The lag of the generator belongs to the machine and is added, as measured, to the first segment,
 * so that the segments add up to the response time. What a machine spends waiting for the end of an
 * outage that the scenario planned is the scenario's time: event time, told apart as OUTAGE. An
 * escalation by hand is people's time until the message stands in Slack. Once a question stands in
 * Slack, an agent who takes it late changes no segment.
 */
final class Stopwatch {
  private final Evidence evidence;
  private final CaseFile file;
  private final Map<Part, Long> nanos = new EnumMap<>(Part.class);
  private Part part;
  private long lastNanos;
  private Optional<Duration> firstResponse = Optional.empty();
  private Optional<Duration> firstHumanResponse = Optional.empty();
  private Optional<Duration> resolution = Optional.empty();
  private Optional<Duration> escalationBegan = Optional.empty();
  private Optional<Duration> escalation = Optional.empty();
  private Optional<Tier> threadTier = Optional.empty();
  private Optional<Tier> answeredBy = Optional.empty();
  private Optional<GaveUp> gaveUp = Optional.empty();
  private String answer = "";

  private Stopwatch(Evidence evidence, CaseFile file) {
    this.evidence = evidence;
    this.file = file;
    part = file.question().chat() == Chat.MOD ? Part.QUEUE : Part.CHATBOT;
  }

  static QuestionTimes time(Evidence evidence, CaseFile file) {
    return new Stopwatch(evidence, file).read();
  }

  private QuestionTimes read() {
    Optional<Duration> lag = lag();
    if (lag.isPresent()) {
      nanos.put(part, lag.get().toNanos());
      for (Entry entry : file.entries()) {
        if (resolution.isEmpty() && gaveUp.isEmpty()) {
          read(entry);
        }
      }
    }
    Map<Part, Duration> parts = new EnumMap<>(Part.class);
    if (resolution.isPresent()) {
      nanos.forEach((key, value) -> parts.put(key, Duration.ofNanos(value)));
    }
    return new QuestionTimes(
        file.question(),
        lag,
        firstResponse,
        firstHumanResponse,
        resolution,
        escalation,
        answeredBy,
        end(lag),
        parts);
  }

  private Optional<Duration> lag() {
    long intended = evidence.clock().wallNanos(file.question().at());
    return file.first(Asked.class)
        .map(
            asked -> {
              lastNanos = asked.atNanos();
              return Duration.ofNanos(Math.max(0, asked.atNanos() - intended));
            });
  }

  private void read(Entry entry) {
    long passed = Math.max(0, entry.atNanos() - lastNanos);
    if (part.isPeoples()) {
      nanos.merge(part, evidence.clock().eventTime(passed).toNanos(), Long::sum);
    } else {
      long gone = evidence.faults().goneNanos(lastNanos, entry.atNanos());
      nanos.merge(part, passed - gone, Long::sum);
      if (gone > 0) {
        nanos.merge(Part.OUTAGE, evidence.clock().eventTime(gone).toNanos(), Long::sum);
      }
    }
    lastNanos = Math.max(lastNanos, entry.atNanos());
    Happening what = entry.what();
    if (what instanceof OfQuestion of) {
      chat(of);
    } else if (what instanceof SlackPosted posted) {
      slack(posted, entry);
    } else if (what instanceof PipelineNoted note) {
      if (!answer.isEmpty() && note.text().contains(answer)) {
        broughtBack();
      }
    } else if (what instanceof PipelineReplied reply) {
      firstResponse = firstResponse.or(() -> Optional.of(soFar()));
      if (!answer.isEmpty() && reply.text().contains(answer)) {
        firstHumanResponse = firstHumanResponse.or(() -> Optional.of(soFar()));
        broughtBack();
        resolve(threadTier);
      }
    }
  }

  private void chat(OfQuestion what) {
    boolean inSlack = part.compareTo(Part.PIPELINE_OUT) >= 0;
    if (what instanceof Happening.AgentRequested && part == Part.CHATBOT) {
      part = Part.QUEUE;
    } else if (what instanceof Happening.AgentTook && !inSlack) {
      part = Part.AGENT;
    } else if (what instanceof ChatbotReplied bot) {
      firstResponse = firstResponse.or(() -> Optional.of(soFar()));
      if (bot.resolves()) {
        resolve(Optional.of(Tier.CHATBOT));
      }
    } else if (what instanceof AgentReplied reply) {
      firstResponse = firstResponse.or(() -> Optional.of(soFar()));
      firstHumanResponse = firstHumanResponse.or(() -> Optional.of(soFar()));
      if (reply.answers()) {
        resolve(threadTier.or(() -> Optional.of(Tier.CLIENT_TEAM)));
      }
    } else if (what instanceof Escalated escalated && escalationBegan.isEmpty()) {
      escalationBegan = Optional.of(soFar());
      part = escalated.way() == EscalationWay.NOTE ? Part.PIPELINE_OUT : Part.AGENT;
    } else if (what instanceof GaveUp left) {
      gaveUp = Optional.of(left);
    }
  }

  private void slack(SlackPosted post, Entry entry) {
    Author author = post.author();
    boolean opens = evidence.openedBy(post).isPresent();
    if (part.compareTo(Part.CSM) < 0 && (opens || author.role() == Role.PIPELINE)) {
      escalationBegan = escalationBegan.or(() -> Optional.of(soFar()));
      part = Part.CSM;
    } else if (part == Part.CSM || part == Part.TECH_SUPPORT) {
      if (Issue.isAnswer(new Moment<>(entry, post))) {
        answer = Issue.shown(new Moment<>(entry, post));
        threadTier = author.tier();
        part = Part.PIPELINE_BACK;
      } else if (author.role() == Role.CSM && post.text().contains("<!subteam^")) {
        part = Part.TECH_SUPPORT;
      }
    }
  }

  private void broughtBack() {
    if (escalation.isEmpty()) {
      escalation = escalationBegan.map(began -> soFar().minus(began));
      part = Part.AGENT_RETURN;
    }
  }

  private void resolve(Optional<Tier> by) {
    resolution = Optional.of(soFar());
    answeredBy = by;
  }

  private Duration soFar() {
    return Duration.ofNanos(nanos.values().stream().mapToLong(Long::longValue).sum());
  }

  private QuestionTimes.End end(Optional<Duration> lag) {
    if (lag.isEmpty()) {
      return QuestionTimes.End.NEVER_ASKED;
    }
    if (resolution.isPresent()) {
      return QuestionTimes.End.ANSWERED;
    }
    return gaveUp
        .map(
            left ->
                left.silently()
                    ? QuestionTimes.End.GAVE_UP_SILENTLY
                    : QuestionTimes.End.GAVE_UP_SAYING_SO)
        .orElse(QuestionTimes.End.OPEN);
  }
}
