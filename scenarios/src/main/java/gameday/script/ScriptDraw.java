package gameday.script;

import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Tier;
import gameday.scenario.AudiencePlan;
import gameday.scenario.AudiencePlan.TopicShare;
import gameday.scenario.Scenario;
import gameday.scenario.SessionPlan;
import gameday.scenario.Spread;
import gameday.scenario.StaffPlan;
import gameday.script.ScriptedQuestion.FollowUp;
import gameday.script.ScriptedQuestion.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Draws a scenario's chance: the same scenario and seed give the same script, byte for byte. */
public final class ScriptDraw {
  private static final int ID_DIGITS = 5;
  private static final double SCREENSHOTS = 0.15;
  private static final Spread RETURN = new Spread.Lognormal(Duration.ofSeconds(45), 0.5);
  private static final Spread FOLLOW_UP_AFTER = new Spread.Exponential(Duration.ofSeconds(40));
  private static final double FOLLOW_UP_WORK = 0.4;
  private static final Duration LAST_MINUTES = Duration.ofMinutes(5);
  private static final Duration LAST_PATIENCE = Duration.ofMinutes(1);
  private static final Duration GREENROOM = Duration.ofMinutes(30);

  private final Scenario scenario;
  private final long seed;
  private final Map<Audience, Askers> askers = new EnumMap<>(Audience.class);

  private ScriptDraw(Scenario scenario, long seed) {
    this.scenario = scenario;
    this.seed = seed;
  }

  /** The script of {@code scenario} under its own seed. */
  public static Script draw(Scenario scenario) {
    return draw(scenario, scenario.seed());
  }

  /**
   * The script of {@code scenario} under {@code seed}. What is kept of it is as it would be if all
   * were.
   *
   * @throws UnknownQuestionsException if it is to keep questions that aren't drawn
   */
  public static Script draw(Scenario scenario, long seed) {
    Script whole = new ScriptDraw(scenario, seed).script();
    return scenario.only().isEmpty() ? whole : kept(whole, scenario.only());
  }

  private static Script kept(Script whole, List<String> only) {
    Set<String> ids = Set.copyOf(only);
    List<ScriptedQuestion> kept =
        whole.questions().stream().filter(one -> ids.contains(one.id().value())).toList();
    if (kept.size() < ids.size()) {
      throw new UnknownQuestionsException(whole, only);
    }
    return new Script(whole.scenario(), whole.seed(), whole.length(), kept);
  }

  /**
   * Topics an audience's askers have phrases of their own for; others are asked in general terms.
   */
  public static List<String> topics(Audience audience) {
    return Phrasebook.shipped().topics(audience);
  }

  /**
   * How many times its base rate's number of questions an audience asks over {@code length}, given
   * its peaks.
   */
  public static double stretch(List<AudiencePlan.Peak> peaks, Duration length) {
    return Arrivals.stretch(peaks, length);
  }

  private record Arrival(AudiencePlan plan, int index, Duration at) {}

  private Script script() {
    List<Arrival> arrivals = new ArrayList<>();
    for (AudiencePlan plan : scenario.audiences()) {
      List<Duration> times = Arrivals.draw(plan, scenario.event().length(), seed);
      for (int index = 0; index < times.size(); index++) {
        arrivals.add(new Arrival(plan, index, times.get(index)));
      }
    }
    arrivals.sort(
        Comparator.comparing(Arrival::at)
            .thenComparing(arrival -> arrival.plan().audience())
            .thenComparing(Arrival::index));
    // Ids are compared as text, so all of a script's have the same length.
    int digits = Math.max(ID_DIGITS, String.valueOf(arrivals.size()).length());
    List<ScriptedQuestion> questions = new ArrayList<>(arrivals.size());
    for (Arrival arrival : arrivals) {
      QuestionId id =
          new QuestionId(String.format(Locale.ROOT, "q-%0" + digits + "d", questions.size() + 1));
      questions.add(question(id, arrival));
    }
    return new Script(scenario.name(), seed, scenario.event().length(), questions);
  }

  private ScriptedQuestion question(QuestionId id, Arrival arrival) {
    AudiencePlan plan = arrival.plan();
    Chance chance = new Chance(seed, plan.audience().word(), arrival.index());
    ScriptedQuestion asked = new CommonCauses(scenario, chance).hit(plan, ordinary(id, arrival));
    return new Sequels(scenario, plan, chance).of(asked, session(arrival.at()));
  }

  private ScriptedQuestion ordinary(QuestionId id, Arrival arrival) {
    AudiencePlan plan = arrival.plan();
    Chance chance = new Chance(seed, plan.audience().word(), arrival.index());
    Chat chat = chance.happens("chat", plan.modChatShare()) ? Chat.MOD : Chat.HELP;
    Optional<SessionPlan> session = session(arrival.at());
    Asker asker = asker(plan, chance, arrival.at(), session);
    String topic = topic(plan.topics(), chance);
    Wording wording = new Wording(scenario.event(), chance, asker, topic, arrival.at(), session);
    Tier truth = truth(plan, chat, chance);
    return new ScriptedQuestion(
        id,
        arrival.at(),
        asker,
        chat,
        session.filter(about -> chat == Chat.MOD || wording.isAboutSession()).map(SessionPlan::id),
        topic,
        wording.page(),
        wording.messages(),
        truth,
        work(scenario, chance),
        patience(plan, session, arrival.at(), chance),
        chance.happens("leaves-silently", plan.leavesSilently()),
        wording.issue(),
        chance.happens("screenshot", SCREENSHOTS)
            ? Optional.of("screenshot-" + id + ".png")
            : Optional.empty(),
        wording.answer(truth, id),
        chance.happens("follow-up", plan.followsUp())
            ? Optional.of(followUp(wording, chance, id))
            : Optional.empty());
  }

  /** The session that runs or whose greenroom is open; else the next one; else the last. */
  private Optional<SessionPlan> session(Duration at) {
    List<SessionPlan> sessions = scenario.event().sessions();
    return sessions.stream()
        .filter(session -> session.starts().minus(GREENROOM).compareTo(at) <= 0)
        .filter(session -> at.compareTo(session.ends()) < 0)
        // The one whose start is nearest: minutes before a start, that is what people ask about.
        .min(Comparator.comparing(session -> session.starts().minus(at).abs()))
        .or(() -> sessions.stream().filter(next -> next.starts().compareTo(at) > 0).findFirst())
        .or(() -> sessions.stream().reduce((first, last) -> last));
  }

  private Asker asker(
      AudiencePlan plan, Chance chance, Duration at, Optional<SessionPlan> session) {
    Askers people = askers.computeIfAbsent(plan.audience(), audience -> new Askers(plan, seed));
    if (plan.audience() != Audience.SPEAKER || session.isEmpty()) {
      return people.pick(chance, at);
    }
    List<SessionPlan> sessions = scenario.event().sessions();
    return people.pickSpeaker(chance, at, sessions.indexOf(session.get()), sessions.size());
  }

  private static String topic(List<TopicShare> topics, Chance chance) {
    double total = topics.stream().mapToDouble(TopicShare::share).sum();
    double left = chance.uniform("topic") * total;
    for (TopicShare topic : topics) {
      left -= topic.share();
      if (left < 0) {
        return topic.topic();
      }
    }
    return topics.getLast().topic();
  }

  private Tier truth(AudiencePlan plan, Chat chat, Chance chance) {
    if (chat == Chat.HELP && chance.happens("chatbot", scenario.chatbot().resolves())) {
      return Tier.CHATBOT;
    }
    if (!chance.happens("escalates", plan.escalates())) {
      return Tier.CLIENT_TEAM;
    }
    return escalated(scenario, chance);
  }

  /** Who answers what the Client team can't. */
  static Tier escalated(Scenario scenario, Chance chance) {
    return chance.happens("csm-solves", scenario.staff().csmSolves())
        ? Tier.CSM
        : Tier.TECH_SUPPORT;
  }

  /** Everybody's working times on one question. */
  static Work work(Scenario scenario, Chance chance) {
    StaffPlan staff = scenario.staff();
    return new Work(
        chance.duration("chatbot-answers", scenario.chatbot().answers()),
        chance.duration("agent-notice", staff.clientTeam().notice()),
        chance.duration("agent", staff.clientTeam().handling()),
        chance.duration("agent-return", RETURN),
        chance.duration("csm-notice", staff.csm().notice()),
        chance.duration("csm", staff.csm().handling()),
        chance.duration("tech-notice", staff.techSupport().notice()),
        chance.duration("tech", staff.techSupport().handling()));
  }

  /** A speaker whose session starts within five minutes can't wait longer than about one. */
  private static Duration patience(
      AudiencePlan plan, Optional<SessionPlan> session, Duration at, Chance chance) {
    Duration drawn = chance.duration("patience", plan.patience());
    Duration toStart = session.map(about -> about.starts().minus(at)).orElse(LAST_MINUTES);
    boolean hurried =
        plan.audience() == Audience.SPEAKER
            && session.isPresent()
            && !toStart.isNegative()
            && toStart.compareTo(LAST_MINUTES) <= 0
            && plan.patience().mean().compareTo(LAST_PATIENCE) > 0;
    return hurried
        ? Chance.millis(
            (double) drawn.toNanos() * LAST_PATIENCE.toNanos() / plan.patience().mean().toNanos())
        : drawn;
  }

  private FollowUp followUp(Wording wording, Chance chance, QuestionId id) {
    Duration agent = chance.duration("follow-up-work", scenario.staff().clientTeam().handling());
    return new FollowUp(
        chance.duration("follow-up-after", FOLLOW_UP_AFTER),
        wording.followUp(),
        Chance.millis(agent.toNanos() * FOLLOW_UP_WORK),
        wording.followUpAnswer(id));
  }
}
