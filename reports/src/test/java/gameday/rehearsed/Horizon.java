package gameday.rehearsed;

import gameday.history.Happening.AgentNoted;
import gameday.history.Happening.AgentReplied;
import gameday.history.Happening.AgentRequested;
import gameday.history.Happening.AgentTook;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Author;
import gameday.history.Happening.ChatbotReplied;
import gameday.history.Happening.Closed;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.IntruderTried;
import gameday.history.Happening.PipelineCalled;
import gameday.history.Happening.PipelineNoted;
import gameday.history.Happening.PipelineReady;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunStarted;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.SlackReacted;
import gameday.history.Happening.WebhookDelivered;
import gameday.process.AnswerRoute;
import gameday.process.Audience;
import gameday.process.Chat;
import gameday.process.Deadlines;
import gameday.process.EscalationMessage;
import gameday.process.EscalationProcess;
import gameday.process.EscalationTemplate;
import gameday.process.EscalationWay;
import gameday.process.HelpChatProduct;
import gameday.process.Mention;
import gameday.process.Profile;
import gameday.process.SlackText;
import gameday.process.Tier;
import gameday.scenario.ChatbotPlan;
import gameday.scenario.EventPlan;
import gameday.scenario.Scenario;
import gameday.scenario.SessionPlan;
import gameday.scenario.Spread;
import gameday.scenario.StaffPlan;
import gameday.scenario.TeamPlan;
import gameday.script.Asker;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event with five questions and a day on which everything went as it should: the chatbot answers
 * q-1, an agent q-2, a CSM q-3, Tech Support q-4 (in the Mod chat), and nobody takes q-5, which the
 * pipeline escalates, reminds of and calls again.
 */
public final class Horizon {
  public static final String CHANNEL = "horizon-help";
  public static final Author BOT = new Author(Author.Role.PIPELINE, "gameday");
  public static final Author CSM = new Author(Author.Role.CSM, "csm-1");
  public static final Author TECH = new Author(Author.Role.TECH_SUPPORT, "tech-support-1");
  public static final String ISSUE = "Staff <of> booth 7 & 8 can't log in, error <!channel>";

  /** What the answer to q-3 is edited to. */
  public static final String CORRECTED = "Rather clear the cache (ref q-3-corrected)";

  /** What the asker of q-3 writes who comes back. */
  public static final String AGAIN = "It's me again, it started once more";

  /** What an agent makes of it. */
  public static final String SECOND = "Back again: booth 7 is out once more";

  /** What they are told. */
  public static final String ANSWER_AGAIN = "We have reset booth 7 (ref q-3-again)";

  private Horizon() {}

  public static QuestionId q(int number) {
    return new QuestionId("q-" + number);
  }

  public static String answer(int number) {
    return "Please reload & try <again> (ref q-" + number + ")";
  }

  public static String email(int number) {
    return "user" + number + "@example.org";
  }

  public static Scenario scenario() {
    TeamPlan team =
        new TeamPlan(
            1,
            1,
            fixed(5),
            fixed(60),
            List.of(new TeamPlan.Shift(Duration.ZERO, Duration.ofHours(1))));
    return new Scenario(
        "horizon",
        "Horizon",
        "",
        1,
        1,
        new EventPlan(
            "Horizon",
            CHANNEL,
            "https://horizon.example",
            LocalDateTime.of(2026, 11, 21, 9, 0),
            Duration.ofHours(1),
            List.of(
                new SessionPlan(
                    "keynote", "Keynote", Duration.ofMinutes(30), Duration.ofMinutes(60)),
                new SessionPlan(
                    "keynote-2", "Again", Duration.ofMinutes(70), Duration.ofMinutes(80)))),
        List.of(),
        new ChatbotPlan(fixed(2), 0.5),
        new StaffPlan(team, team, team, 0.9, 0),
        new EscalationProcess(
            Profile.CURRENT, EscalationWay.NOTE, AnswerRoute.THROUGH_AGENT, Deadlines.DEFAULT),
        HelpChatProduct.CHATWOOT,
        List.of(),
        List.of());
  }

  public static Scenario scenario(AnswerRoute route, EscalationWay way) {
    Scenario s = scenario();
    return s.with(
        s.helpChat(),
        new EscalationProcess(Profile.CURRENT, way, route, Deadlines.DEFAULT),
        s.staff(),
        s.faults());
  }

  /** The same with other CSMs. */
  public static Scenario scenario(TeamPlan csms) {
    Scenario s = scenario();
    StaffPlan staff = s.staff();
    return s.with(
        s.helpChat(),
        s.process(),
        new StaffPlan(staff.clientTeam(), csms, staff.techSupport(), 0.9, 0),
        s.faults());
  }

  private static Spread fixed(int seconds) {
    return new Spread.Fixed(Duration.ofSeconds(seconds));
  }

  public static Script script() {
    return new Script(
        "horizon",
        1,
        Duration.ofHours(1),
        List.of(
            question(1, 10, Audience.ATTENDEE, Chat.HELP, Tier.CHATBOT),
            question(2, 20, Audience.ATTENDEE, Chat.HELP, Tier.CLIENT_TEAM),
            question(3, 30, Audience.EXHIBITOR, Chat.HELP, Tier.CSM),
            question(4, 40, Audience.SPEAKER, Chat.MOD, Tier.TECH_SUPPORT),
            question(5, 50, Audience.ATTENDEE, Chat.HELP, Tier.CSM)));
  }

  public static ScriptedQuestion question(
      int number, int second, Audience audience, Chat chat, Tier truth) {
    Duration minute = Duration.ofMinutes(1);
    return new ScriptedQuestion(
        q(number),
        Duration.ofSeconds(second),
        new Asker("User " + number, email(number), audience),
        chat,
        Optional.of("keynote"),
        "login",
        "https://horizon.example/sessions/keynote",
        List.of(new ScriptedQuestion.Line(Duration.ZERO, text(number))),
        truth,
        new ScriptedQuestion.Work(minute, minute, minute, minute, minute, minute, minute, minute),
        Duration.ofMinutes(30),
        false,
        ISSUE,
        Optional.empty(),
        answer(number),
        Optional.empty());
  }

  public static String text(int number) {
    return "This is what user number " + number + " wants to know";
  }

  public static EscalationTemplate template(int number) {
    return new EscalationTemplate(
        ISSUE,
        "https://horizon.example/sessions/keynote",
        List.of(email(number)),
        Optional.empty());
  }

  public static SlackPosted root(int number) {
    String text = EscalationMessage.forSlack(new Mention.Here(), template(number));
    return new SlackPosted(CHANNEL, number + ".0", Optional.empty(), BOT, text, List.of(q(number)));
  }

  public static SlackPosted reply(int number, Author author, String text) {
    return new SlackPosted(
        CHANNEL,
        number + "." + Math.abs((author + text).hashCode()),
        Optional.of(number + ".0"),
        author,
        text,
        List.of(q(number)));
  }

  public static PipelineNoted noted(int number, int answer) {
    return new PipelineNoted(
        number == 4 ? Chat.MOD : Chat.HELP,
        "c" + number,
        Optional.of(q(number)),
        "Answer from Slack (thread " + answer + ".0):\n" + answer(answer));
  }

  /** The answer as Slack stores it. */
  public static String slackAnswer(int number) {
    return SlackText.escape(answer(number));
  }

  private static WebhookDelivered acknowledged(int number, String from) {
    return new WebhookDelivered(from, "d" + number, 0, 200, 20_000_000, "c" + number);
  }

  public static Day honest() {
    return Day.empty()
        .at(-1, new RunStarted("horizon", 1, 1, "wall"), new PipelineReady("http"))
        .at(10, new Asked(q(1), Chat.HELP, "c1", text(1)))
        .at(12, new ChatbotReplied(q(1), answer(1), true), new Closed(q(1), "chatbot"))
        .at(20, new Asked(q(2), Chat.HELP, "c2", text(2)))
        .at(21, acknowledged(2, "help-chat"))
        .at(25, new AgentRequested(q(2)))
        .at(30, new AgentTook(q(2), "client-team-1"))
        .at(90, new AgentReplied(q(2), "client-team-1", answer(2), true))
        .at(95, new Closed(q(2), "client-team-1"))
        .at(3000, new PipelineCalled("slack", "chat.postMessage", 200, "ok"))
        .at(3100, new IntruderTried("help-chat", "unsigned", 401, "forged-0000000a"))
        .at(3101, new IntruderTried("slack", "replayed", 200, ""))
        .at(3600, new RunEnded(RunEnded.Reason.DRAINED, ""))
        .and(escalated())
        .and(inModChat())
        .and(untaken());
  }

  private static Day escalated() {
    return Day.empty()
        .at(30, new Asked(q(3), Chat.HELP, "c3", text(3)))
        .at(35, new AgentRequested(q(3)))
        .at(100, new AgentTook(q(3), "client-team-1"))
        .at(
            160,
            new AgentNoted(q(3), "client-team-1", EscalationMessage.forNote(template(3))),
            new Escalated(q(3), "client-team-1", EscalationWay.NOTE, ISSUE))
        .at(160.5, root(3))
        .at(200, new SlackReacted(CHANNEL, "3.0", CSM, "eyes"))
        .at(260, reply(3, CSM, slackAnswer(3)))
        .at(260.5, noted(3, 3))
        .at(280, new AgentReplied(q(3), "client-team-1", answer(3), true))
        .at(281, new Closed(q(3), "client-team-1"));
  }

  private static Day inModChat() {
    return Day.empty()
        .at(40, new Asked(q(4), Chat.MOD, "c4", text(4)))
        .at(300, new AgentTook(q(4), "client-team-1"))
        .at(
            310,
            new AgentNoted(q(4), "client-team-1", EscalationMessage.forNote(template(4))),
            new Escalated(q(4), "client-team-1", EscalationWay.NOTE, ISSUE))
        .at(310.5, root(4))
        .at(320, new SlackReacted(CHANNEL, "4.0", CSM, "eyes"))
        .at(330, reply(4, CSM, "<!subteam^S1> can you look?"))
        .at(400, reply(4, TECH, slackAnswer(4)))
        .at(400.5, noted(4, 4))
        .at(420, new AgentReplied(q(4), "client-team-1", answer(4), true))
        .at(421, new Closed(q(4), "client-team-1"));
  }

  private static Day untaken() {
    return Day.empty()
        .at(50, new Asked(q(5), Chat.HELP, "c5", text(5)))
        .at(60, new AgentRequested(q(5)))
        .at(661, root(5))
        .at(961, reply(5, BOT, "Reminder: <!here>, nobody has replied yet."))
        .at(1262, reply(5, BOT, "Calling again: <!here>, still waiting."))
        .at(1300, reply(5, CSM, slackAnswer(5)))
        .at(1300.5, noted(5, 5))
        .at(1310, new AgentTook(q(5), "client-team-1"))
        .at(1330, new AgentReplied(q(5), "client-team-1", answer(5), true))
        .at(1331, new Closed(q(5), "client-team-1"));
  }

  /** The script in which the answer to q-3 is edited, and whose asker comes back. */
  public static Script scriptWithSequels() {
    List<ScriptedQuestion> questions = new ArrayList<>(script().questions());
    ScriptedQuestion third = questions.get(2);
    questions.set(
        2,
        third.with(
            Optional.of(new ScriptedQuestion.Correction(Duration.ofSeconds(10), CORRECTED)),
            Optional.of(
                new ScriptedQuestion.Comeback(
                    Duration.ofMinutes(2), AGAIN, Tier.CSM, third.work(), SECOND, ANSWER_AGAIN))));
    return new Script("horizon", 1, Duration.ofHours(1), questions);
  }
}
