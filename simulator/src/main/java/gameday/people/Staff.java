package gameday.people;

import gameday.history.Happening.Author;
import gameday.people.Conversation.Phase;
import gameday.process.Chat;
import gameday.process.Tier;
import gameday.scenario.Roster;
import gameday.scenario.Scenario;
import gameday.scenario.StaffPlan;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everybody who answers: the chatbot, the Client team, CSMs and Tech Support.
 *
 * <p>The rehearsal tells them what they can see; they act through a {@link World} after the times
 * the script has drawn. All calls come on the agenda's thread; a world may tell them what their own
 * action led to before it returns, or later, or never. Texts they hand to the world are plain:
 * escaping them is the world's.
 *
 * <p>The same scenario, script and stimuli give the same actions at the same times.
 */
public final class Staff {
  private final Map<QuestionId, Conversation> chats = new LinkedHashMap<>();
  private final boolean hasChatbot;
  private final Persistence persistence;
  private final Chatbot chatbot;
  private final ClientTeam clientTeam;
  private final ResponseTeam responseTeam;

  /** People with {@link Habits#DEFAULT}. */
  public Staff(Scenario scenario, Script script, Agenda agenda, World world) {
    this(scenario, script, Habits.DEFAULT, agenda, world);
  }

  /** People with the given habits. */
  public Staff(Scenario scenario, Script script, Habits habits, Agenda agenda, World world) {
    for (ScriptedQuestion question : script.questions()) {
      chats.put(question.id(), new Conversation(question));
    }
    StaffPlan plan = scenario.staff();
    hasChatbot = scenario.chatbot().resolves() > 0;
    persistence = new Persistence(agenda, habits, script.length().plus(habits.overtime()));
    Mistakes mistakes = new Mistakes(script.seed(), plan.mistakes(), plan.mistakeKinds());
    Setting setting = new Setting(scenario, habits, agenda, world, persistence, mistakes);
    chatbot = new Chatbot(setting);
    Duration end = script.length();
    clientTeam =
        new ClientTeam(
            setting, team(plan, Tier.CLIENT_TEAM, plan.clientTeam().slots(), end, agenda));
    responseTeam =
        new ResponseTeam(
            setting,
            team(plan, Tier.CSM, plan.csm().slots(), end, agenda),
            team(plan, Tier.TECH_SUPPORT, plan.techSupport().slots(), end, agenda));
  }

  private static Team team(StaffPlan plan, Tier role, int slots, Duration end, Agenda agenda) {
    return new Team(Roster.of(plan, role), slots, end, agenda);
  }

  /** A question was asked. Without a chatbot, and in a Mod chat, it waits for an agent at once. */
  public void questionOpened(QuestionId question) {
    Conversation chat = chat(question);
    if (chat.phase != Phase.NEW) {
      return;
    }
    if (chat.question.chat() == Chat.HELP && hasChatbot) {
      chatbot.gets(chat);
    } else {
      clientTeam.gets(chat);
    }
  }

  /** The asker asks for an agent; changes nothing if the question waits for one already. */
  public void agentRequested(QuestionId question) {
    Conversation chat = chat(question);
    switch (chat.phase) {
      case NEW, WITH_CHATBOT, UNRESOLVED -> clientTeam.gets(chat);
      case WAITING, WITH_AGENT, ESCALATED, AWAITING_FOLLOW_UP, CLOSING, CLOSED -> {}
    }
  }

  /** The asker wrote on. */
  public void userWrote(QuestionId question, String text) {
    clientTeam.userWrote(chat(question), text);
  }

  /** The asker left; if {@code silently}, nobody knows until they look. */
  public void userLeft(QuestionId question, boolean silently) {
    Conversation chat = chat(question);
    if (silently) {
      chat.leftSilently = true;
    } else {
      clientTeam.userLeft(chat);
    }
  }

  /** The pipeline wrote a private note into the question's conversation. */
  public void pipelineNoted(QuestionId question, String text) {
    clientTeam.pipelineNoted(chat(question), text);
  }

  /** The pipeline wrote to the asker. */
  public void pipelineReplied(QuestionId question, String text) {
    clientTeam.pipelineReplied(chat(question), text);
  }

  /**
   * A message was posted in the event's Slack channel, by anybody.
   *
   * @param ts the message's id
   * @param threadTs its parent's, if it stands in a thread
   * @param author who wrote it
   * @param text as stored, in Slack's markup
   * @param questions which questions it is about, as far as known
   */
  public void slackPosted(
      String ts,
      Optional<String> threadTs,
      Author author,
      String text,
      List<QuestionId> questions) {
    List<Conversation> about = questions.stream().map(this::chat).toList();
    if (threadTs.isPresent() && !threadTs.get().equals(ts)) {
      responseTeam.replied(threadTs.get(), ts, author, text, about);
    } else {
      responseTeam.posted(ts, author, text, about);
    }
    about.forEach(chat -> clientTeam.heardOfThread(chat, threadTs.orElse(ts)));
  }

  /**
   * A message in the event's Slack channel was edited; the parameters are as when it was posted.
   */
  public void slackEdited(
      String ts,
      Optional<String> threadTs,
      Author author,
      String text,
      List<QuestionId> questions) {
    String thread = threadTs.orElse(ts);
    if (!thread.equals(ts)) {
      responseTeam.edited(thread, author, text);
      questions.forEach(question -> clientTeam.heardOfThread(chat(question), thread));
    }
  }

  /** The question's conversation was closed, by somebody else or as these people did. */
  public void conversationClosed(QuestionId question) {
    clientTeam.closed(chat(question));
  }

  /** What is open now. */
  public OpenWork openWork() {
    return OpenWork.of(chats.values(), responseTeam.escalations(), persistence.stuck());
  }

  /** Whether nobody has anything to do or to wait for. */
  public boolean idle() {
    return openWork().isNone();
  }

  private Conversation chat(QuestionId question) {
    Conversation chat = chats.get(question);
    if (chat == null) {
      throw new IllegalArgumentException("question " + question + " is not in the script");
    }
    return chat;
  }
}
