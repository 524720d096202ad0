package gameday.people;

import static gameday.people.ScriptedWorld.seconds;

import gameday.history.Happening.Author;
import gameday.process.AnswerRoute;
import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Deadlines;
import gameday.process.EscalationProcess;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Profile;
import gameday.process.Tier;
import gameday.scenario.ChatbotPlan;
import gameday.scenario.EventPlan;
import gameday.scenario.Invitee;
import gameday.scenario.Scenario;
import gameday.scenario.SessionPlan;
import gameday.scenario.Spread;
import gameday.scenario.StaffMistake;
import gameday.scenario.StaffPlan;
import gameday.scenario.TeamPlan;
import gameday.scenario.TeamPlan.Shift;
import gameday.script.Asker;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import gameday.script.ScriptedQuestion.Comeback;
import gameday.script.ScriptedQuestion.Correction;
import gameday.script.ScriptedQuestion.FollowUp;
import gameday.script.ScriptedQuestion.Line;
import gameday.script.ScriptedQuestion.Work;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A day of two hours with a keynote at 30 minutes, to be filled by a test and then played.
 *
 * <p>Unless changed: no chatbot, two agents, one CSM, one of Tech Support, one slot each. Chatbot 2
 * s; an agent notices at once, works 60 s, hands over in 20 s; a CSM notices in 30 s and works 120
 * s; Tech Support notices in 60 s and works 300 s.
 */
final class Day {
  static final Duration LENGTH = Duration.ofHours(2);
  static final Author PIPELINE = new Author(Author.Role.PIPELINE, "pipeline");

  private final VirtualAgenda agenda = new VirtualAgenda();
  final ScriptedWorld world = new ScriptedWorld(agenda);
  private final List<ScriptedQuestion> questions = new ArrayList<>();
  private final List<Runnable> plan = new ArrayList<>();
  private TeamPlan clientTeam = team(2, 1);
  private TeamPlan csm = team(1, 1);
  private final TeamPlan techSupport = team(1, 1);
  private double chatbotResolves;
  private double mistakeShare;
  private List<StaffMistake> mistakes = List.of(StaffMistake.values());
  private Duration agentNotice = Duration.ZERO;
  private EscalationWay way = EscalationWay.NOTE;
  private HelpChatProduct helpChat = HelpChatProduct.CHATWOOT;
  private Habits habits = Habits.DEFAULT;
  Staff staff;

  static TeamPlan team(int people, int slots, Shift... shifts) {
    Spread instant = new Spread.Fixed(seconds(30));
    List<Shift> when = shifts.length == 0 ? List.of(shift(0, 7200)) : Arrays.asList(shifts);
    return new TeamPlan(people, slots, instant, instant, when);
  }

  static Shift shift(long fromSecond, long toSecond) {
    return new Shift(seconds(fromSecond), seconds(toSecond));
  }

  Day agents(int people, int slots, Shift... shifts) {
    clientTeam = team(people, slots, shifts);
    return this;
  }

  Day csms(int people, int slots) {
    csm = team(people, slots);
    return this;
  }

  /** Agents of whom the last of each shift never accepted. */
  Day agentsWithNoShows(int people, int noShows, Shift... shifts) {
    TeamPlan all = team(people, 1, shifts);
    return clientTeam(
        new TeamPlan(people, 1, all.notice(), all.handling(), all.shifts(), List.of(), noShows));
  }

  /** Agents by name. */
  Day agents(List<Invitee> roster, Shift... shifts) {
    TeamPlan all = team(roster.size(), 1, shifts);
    return clientTeam(
        new TeamPlan(roster.size(), 1, all.notice(), all.handling(), all.shifts(), roster, 0));
  }

  private Day clientTeam(TeamPlan team) {
    clientTeam = team;
    return this;
  }

  Day agentsNoticeAfter(long seconds) {
    agentNotice = seconds(seconds);
    return this;
  }

  Day withChatbot() {
    chatbotResolves = 0.5;
    return this;
  }

  Day withMistakes(double share) {
    mistakeShare = share;
    return this;
  }

  /** Everybody makes these mistakes whenever they can. */
  Day withMistakes(StaffMistake... kinds) {
    mistakeShare = 1;
    mistakes = List.of(kinds);
    return this;
  }

  /** The last question's answer is edited so long after it. */
  Day corrected(long afterSeconds) {
    ScriptedQuestion last = questions.removeLast();
    Correction correction =
        new Correction(seconds(afterSeconds), "rather this for " + last.id().value());
    questions.add(last.with(Optional.of(correction), last.comeback()));
    return this;
  }

  /** The last question's asker comes back with "Me again", which takes this tier. */
  Day comingBack(Tier truth) {
    ScriptedQuestion last = questions.removeLast();
    Comeback comeback =
        new Comeback(
            seconds(60), "Me again", truth, last.work(), "again", "again to " + last.id().value());
    questions.add(last.with(last.correction(), Optional.of(comeback)));
    return this;
  }

  Day escalatingByHand() {
    way = EscalationWay.BY_HAND;
    return this;
  }

  Day onSmartloop() {
    helpChat = HelpChatProduct.SMARTLOOP;
    return this;
  }

  Day with(Habits habits) {
    this.habits = habits;
    return this;
  }

  /** An attendee's question in the Help chat. */
  Day question(String id, Tier truth) {
    return question(id, truth, Chat.HELP, Audience.ATTENDEE, Optional.empty());
  }

  /** A speaker's question in the keynote's Mod chat. */
  Day speakersQuestion(String id, Tier truth) {
    return question(id, truth, Chat.MOD, Audience.SPEAKER, Optional.empty());
  }

  /** An attendee's question with a follow-up "And then?", which takes 40 s. */
  Day questionWithFollowUp(String id, Tier truth) {
    FollowUp followUp = new FollowUp(seconds(60), "And then?", seconds(40), "then " + id);
    return question(id, truth, Chat.HELP, Audience.ATTENDEE, Optional.of(followUp));
  }

  private Day question(
      String id, Tier truth, Chat chat, Audience audience, Optional<FollowUp> followUp) {
    Work work =
        new Work(
            seconds(2),
            agentNotice,
            seconds(60),
            seconds(20),
            seconds(30),
            seconds(120),
            seconds(60),
            seconds(300));
    questions.add(
        new ScriptedQuestion(
            new QuestionId(id),
            Duration.ZERO,
            new Asker("Ada " + id, id + "@example.org", audience),
            chat,
            audience == Audience.SPEAKER ? Optional.of("keynote") : Optional.empty(),
            "login",
            "https://horizon.example/lobby",
            List.of(new Line(Duration.ZERO, "help with " + id)),
            truth,
            work,
            Duration.ofHours(1),
            false,
            "issue of " + id,
            Optional.empty(),
            "answer to " + id,
            followUp));
    return this;
  }

  /** Plans something to happen at a second of event time. */
  Day at(long second, Runnable action) {
    plan.add(() -> agenda.after(seconds(second), action));
    return this;
  }

  Day opens(long second, String id) {
    return at(second, () -> staff.questionOpened(new QuestionId(id)));
  }

  Day asksForAgent(long second, String id) {
    return at(second, () -> staff.agentRequested(new QuestionId(id)));
  }

  Day writes(long second, String id, String text) {
    return at(second, () -> staff.userWrote(new QuestionId(id), text));
  }

  Day leaves(long second, String id) {
    return at(second, () -> staff.userLeft(new QuestionId(id), false));
  }

  Day leavesSilently(long second, String id) {
    return at(second, () -> staff.userLeft(new QuestionId(id), true));
  }

  Day noted(long second, String id, String text) {
    return at(second, () -> staff.pipelineNoted(new QuestionId(id), text));
  }

  Day replied(long second, String id, String text) {
    return at(second, () -> staff.pipelineReplied(new QuestionId(id), text));
  }

  Day posted(long second, String ts, Author author, String text, String... ids) {
    return slack(second, ts, Optional.empty(), author, text, ids);
  }

  Day postedInThread(long second, String threadTs, Author author, String text, String... ids) {
    return slack(second, threadTs + "." + second, Optional.of(threadTs), author, text, ids);
  }

  private Day slack(
      long second, String ts, Optional<String> thread, Author author, String text, String... ids) {
    List<QuestionId> about = Arrays.stream(ids).map(QuestionId::new).toList();
    return at(second, () -> staff.slackPosted(ts, thread, author, text, about));
  }

  Day edited(long second, String threadTs, Author author, String text, String... ids) {
    List<QuestionId> about = Arrays.stream(ids).map(QuestionId::new).toList();
    return at(
        second,
        () -> staff.slackEdited(threadTs + ".1", Optional.of(threadTs), author, text, about));
  }

  /** Plays the day until six hours after its end; what the people did. */
  List<String> play() {
    return playUntil(LENGTH.plusHours(6).toSeconds());
  }

  List<String> playUntil(long second) {
    Script script = new Script("day", 7, LENGTH, questions);
    staff = new Staff(scenario(), script, habits, agenda, world);
    plan.forEach(Runnable::run);
    agenda.runUntil(seconds(second));
    return world.log;
  }

  Scenario scenario() {
    SessionPlan keynote =
        new SessionPlan("keynote", "Keynote", Duration.ofMinutes(30), Duration.ofMinutes(60));
    return new Scenario(
        "day",
        "A day",
        "",
        1,
        7,
        new EventPlan(
            "Horizon",
            "event-horizon",
            "https://horizon.example",
            LocalDateTime.of(2026, 3, 1, 9, 0),
            LENGTH,
            List.of(keynote)),
        List.of(),
        new ChatbotPlan(new Spread.Fixed(seconds(2)), chatbotResolves),
        new StaffPlan(clientTeam, csm, techSupport, 0.9, 0, mistakeShare, mistakes),
        new EscalationProcess(Profile.CURRENT, way, AnswerRoute.THROUGH_AGENT, Deadlines.DEFAULT),
        helpChat,
        List.of(),
        List.of());
  }
}
