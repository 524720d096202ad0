package gameday.people;

import gameday.process.EscalationTemplate;
import gameday.script.QuestionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what people do, one line each that begins with the second of event time; chats and
 * Slack can be down for a while.
 */
final class ScriptedWorld implements World {
  private record Outage(boolean slack, long from, long until) {}

  private final Agenda agenda;
  private final List<Outage> outages = new ArrayList<>();
  final List<String> log = new ArrayList<>();
  final List<EscalationTemplate> templates = new ArrayList<>();

  ScriptedWorld(Agenda agenda) {
    this.agenda = agenda;
  }

  void slackIsDown(long fromSecond, long untilSecond) {
    outages.add(new Outage(true, fromSecond, untilSecond));
  }

  void chatsAreDown(long fromSecond, long untilSecond) {
    outages.add(new Outage(false, fromSecond, untilSecond));
  }

  @Override
  public boolean chatbotReplies(QuestionId question, String text, boolean resolves) {
    return inChat("chatbot " + (resolves ? "resolves " : "puzzles over ") + question);
  }

  @Override
  public boolean agentTakes(QuestionId question, String agent) {
    return inChat(agent + " takes " + question);
  }

  @Override
  public boolean agentReplies(QuestionId question, String agent, String text, boolean answers) {
    return inChat(agent + (answers ? " answers " : " reassures ") + question + said(answers, text));
  }

  private static String said(boolean answers, String text) {
    return answers ? ": " + text : "";
  }

  @Override
  public boolean agentEscalatesByNote(
      QuestionId question, String agent, EscalationTemplate template) {
    templates.add(template);
    return inChat(agent + " notes " + question);
  }

  @Override
  public boolean agentEscalatesByHand(
      QuestionId question, String agent, EscalationTemplate template) {
    templates.add(template);
    return inSlack(agent + " posts " + question);
  }

  @Override
  public boolean agentCloses(QuestionId question, String agent) {
    return inChat(agent + " closes " + question);
  }

  @Override
  public boolean reactsWithEyes(String person, String ts) {
    return inSlack(person + " reacts to " + ts);
  }

  @Override
  public boolean csmCallsTechSupport(String csm, String threadTs, String text) {
    return inSlack(csm + " calls Tech Support to " + threadTs);
  }

  @Override
  public boolean answersInThread(String person, String threadTs, String text) {
    return inSlack(person + " answers in " + threadTs + ": " + text);
  }

  @Override
  public boolean editsAnswer(String person, String threadTs, String ts, String text) {
    return inSlack(person + " edits " + ts + " in " + threadTs + ": " + text);
  }

  @Override
  public boolean agentCallsTechSupport(String agent, String threadTs, String text) {
    return inSlack(agent + " calls Tech Support to " + threadTs);
  }

  @Override
  public boolean writesAtTopLevel(String person, String text) {
    return inSlack(person + " writes at top level: " + text);
  }

  @Override
  public boolean agentEscalatesElsewhere(
      QuestionId question, String agent, EscalationTemplate template) {
    return inSlack(agent + " posts elsewhere " + question);
  }

  private boolean inChat(String what) {
    return happens(false, what);
  }

  private boolean inSlack(String what) {
    return happens(true, what);
  }

  private boolean happens(boolean slack, String what) {
    long second = agenda.now().toSeconds();
    boolean down =
        outages.stream()
            .anyMatch(one -> one.slack == slack && one.from <= second && second < one.until);
    if (!down) {
      log.add(second + " " + what);
    }
    return !down;
  }

  /** A stretch of event time, for reading. */
  static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
