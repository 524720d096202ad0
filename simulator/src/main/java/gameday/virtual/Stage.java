package gameday.virtual;

import gameday.mocks.faults.Faults;
import gameday.people.Staff;
import gameday.pipeline.Effect;
import gameday.process.Chat;
import gameday.process.HelpChatProduct;
import gameday.rehearsal.SlackCorrelation;
import gameday.scenario.Scenario;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import gameday.simulation.VirtualTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything and everybody of one virtual rehearsal. */
final class Stage {
  private static final int MOST_TO_DO = 1 << 24;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  final Scenario scenario;
  final Script script;
  final VirtualTime time = new VirtualTime(MOST_TO_DO);
  final Chronicle chronicle = new Chronicle(time);
  final Faults faults;
  final Cast cast;
  final SlackCorrelation correlation = new SlackCorrelation();
  final Ears ears = new Ears(this);
  final Deliveries deliveries;
  final SlackSpace slack;
  final ChatRoom helpChat;
  final ChatRoom modChat;
  final VirtualWorld world = new VirtualWorld(this);
  final Staff staff;

  private final Map<QuestionId, ScriptedQuestion> questions = new HashMap<>();
  private final Map<QuestionId, Visitor> visitors = new LinkedHashMap<>();
  private final Map<QuestionId, Talk> talks = new HashMap<>();

  /** By the names that the pipeline's issues begin with. */
  private final Map<String, QuestionId> conversations = new HashMap<>();

  private final long startSeconds;
  private int toLeave;

  Stage(Scenario scenario, Script script) {
    this.scenario = scenario;
    this.script = script;
    this.startSeconds = scenario.event().starts().toEpochSecond(ZoneOffset.UTC);
    this.faults = new Faults(script.seed());
    this.cast = new Cast(scenario);
    this.deliveries = new Deliveries(time, faults, chronicle);
    this.slack = new SlackSpace(this);
    this.helpChat = new ChatRoom(this, Chat.HELP, dialect(scenario.helpChat()));
    this.modChat = new ChatRoom(this, Chat.MOD, new ModChat());
    boolean chatbot = scenario.chatbot().resolves() > 0;
    for (ScriptedQuestion question : script.questions()) {
      questions.put(question.id(), question);
      visitors.put(question.id(), new Visitor(this, question, chatbot));
    }
    this.toLeave = visitors.size();
    this.staff = new Staff(scenario, script, new VirtualAgenda(time), world);
  }

  private static Dialect dialect(HelpChatProduct product) {
    return switch (product) {
      case CHATWOOT -> new Chatwoot();
      case SMARTLOOP -> new Smartloop();
      case INTERCOM -> new Intercom();
    };
  }

  /** Everybody knows when to come. */
  void begin() {
    visitors.values().forEach(Visitor::begin);
  }

  ChatRoom room(Chat chat) {
    return chat == Chat.HELP ? helpChat : modChat;
  }

  /** Event time by a product's own clock, which a fault may have put wrong. */
  long clockNanos(String product) {
    return time.nowNanos() + faults.clock(product).off().toNanos();
  }

  /** Likewise, seconds since 1970. */
  long clockSeconds(String product) {
    return startSeconds + Math.floorDiv(clockNanos(product), NANOS_PER_SECOND);
  }

  Optional<ScriptedQuestion> question(String id) {
    return Optional.ofNullable(questions.get(new QuestionId(id)));
  }

  Visitor visitor(QuestionId question) {
    return visitors.get(question);
  }

  void opened(Talk talk) {
    talks.put(talk.question.id(), talk);
    conversations.put(talk.conversation.toString(), talk.question.id());
  }

  /** The conversation of a question; empty until it was asked. */
  Optional<Talk> talk(QuestionId question) {
    return Optional.ofNullable(talks.get(question));
  }

  /** The question that the pipeline opens a thread for; empty if it doesn't. */
  Optional<QuestionId> meantBy(Effect.ToSlack effect) {
    if (!(effect instanceof Effect.PostToSlack post)) {
      return Optional.empty();
    }
    int end = post.issue().lastIndexOf('#');
    return end < 0
        ? Optional.empty()
        : Optional.ofNullable(conversations.get(post.issue().substring(0, end)));
  }

  /** Somebody learns of something at a screen, a moment from now. */
  void soon(Runnable reading) {
    time.after(Latency.SCREEN, reading);
  }

  void left() {
    toLeave--;
  }

  boolean haveAllLeft() {
    return toLeave == 0;
  }
}
