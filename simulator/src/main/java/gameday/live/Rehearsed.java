package gameday.live;

import gameday.history.Happening;
import gameday.history.Happening.Author;
import gameday.live.Mailbox.Mail;
import gameday.people.Staff;
import gameday.rehearsal.SlackCorrelation;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one run knows while it lasts: where everything that happens comes together. */
final class Rehearsed implements VisitorListener {
  private static final Pattern QUESTION = Pattern.compile("\\bq-\\d+\\b");
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final LiveSettings settings;
  private final Recorder recorder;
  private final LiveAgenda agenda;
  private final Map<QuestionId, ScriptedQuestion> script = new HashMap<>();
  private final Map<QuestionId, Long> askedAt = new ConcurrentHashMap<>();
  private final Map<QuestionId, Visit> visits = new LinkedHashMap<>();
  private Stage stage;
  private LiveWorld world;
  private Staff staff;
  private VisitorPlan plan;
  private volatile boolean over;

  final Conversations conversations = new Conversations();
  final SlackCorrelation correlation = new SlackCorrelation();
  final Tally tally = new Tally();

  Rehearsed(LiveSettings settings, Recorder recorder, LiveAgenda agenda) {
    this.settings = settings;
    this.recorder = recorder;
    this.agenda = agenda;
    settings.script().questions().forEach(question -> script.put(question.id(), question));
  }

  /** Brings the people on; before anything happens. */
  void cast(Stage stage) {
    this.stage = stage;
    world = new LiveWorld(this, stage);
    staff = new Staff(settings.scenario(), settings.script(), agenda, world);
  }

  /** Brings the visitors on, those who ask what the pipeline knows. */
  void invite(Script played, LiveClock clock) {
    Duration lead = VisitorPlan.lead(settings.speed());
    boolean chatbot = settings.scenario().chatbot().resolves() > 0;
    for (ScriptedQuestion question : played.questions()) {
      var api =
          switch (question.chat()) {
            case HELP -> stage.helpChat.visitors();
            case MOD -> stage.modChat.members(question.session().orElseThrow());
          };
      visits.put(question.id(), new Visit(question, api, chatbot, lead, this));
    }
    plan = new VisitorPlan(stage.baseUrl(), clock, List.copyOf(visits.values()));
  }

  VisitorPlan plan() {
    return plan;
  }

  Staff staff() {
    return staff;
  }

  // ---- what mocks and people ask and tell ----

  void record(Happening what) {
    record(System.nanoTime(), what);
  }

  void record(long nanoTime, Happening what) {
    recorder.record(nanoTime, what);
    tally.see(nanoTime, what);
  }

  void trouble(Optional<QuestionId> question, String what) {
    record(new Happening.HarnessTrouble(question, what));
  }

  /** Tells people something, on the agenda's thread. */
  void onAgenda(Consumer<Staff> news) {
    agenda.soon(() -> news.accept(staff));
  }

  /** The harness takes everything down now; what fails from here on is nobody's. */
  void over() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  /** Likewise, as of a moment that has passed, a value of {@link System#nanoTime}. */
  void onAgenda(long nanoTime, Consumer<Staff> news) {
    agenda.asOf(nanoTime, () -> news.accept(staff));
  }

  /** Tries again a little later what a product could not do while it was out. */
  void onceBack(Runnable attempt) {
    agenda.after(LOOK_AGAIN, attempt);
  }

  void mail(QuestionId question, Mail mail) {
    Visit visit = visits.get(question);
    if (visit != null) {
      visit.mailbox().put(mail);
    }
  }

  void sendEverybodyHome() {
    visits.values().forEach(visit -> visit.mailbox().put(Mail.SENT_HOME));
  }

  void answered(QuestionId question) {
    tally.answered(question);
    correlation.over(question);
  }

  Optional<ScriptedQuestion> scripted(QuestionId question) {
    return Optional.ofNullable(script.get(question));
  }

  /** The value of {@link System#nanoTime} at which the asker pressed send; now, if unknown. */
  long askedAt(QuestionId question) {
    return askedAt.getOrDefault(question, System.nanoTime());
  }

  /** Whether a text holds a scripted answer; of whichever question, since threads are shared. */
  boolean holdsAnAnswer(String text) {
    Matcher ids = QUESTION.matcher(text);
    while (ids.find()) {
      ScriptedQuestion named = script.get(new QuestionId(ids.group()));
      if (named != null && answers(named).anyMatch(text::contains)) {
        return true;
      }
    }
    return false;
  }

  /** The asker wrote on, perhaps in a conversation that was closed before. */
  void wrote(QuestionId question, String text) {
    boolean back =
        scripted(question)
            .flatMap(ScriptedQuestion::comeback)
            .filter(again -> again.text().equals(text))
            .isPresent();
    if (back) {
      correlation.cameBack(question);
    }
    correlation.wrote(question, text);
    record(new Happening.UserWrote(question, text));
    onAgenda(people -> people.userWrote(question, text));
  }

  private static Stream<String> answers(ScriptedQuestion question) {
    return Stream.of(
            Optional.of(question.answer()),
            question.correction().map(ScriptedQuestion.Correction::answer),
            question.comeback().map(ScriptedQuestion.Comeback::answer))
        .flatMap(Optional::stream)
        .map(String::strip);
  }

  Author author(String slackId, boolean byBot) {
    return stage.cast.author(slackId, byBot);
  }

  boolean isBot(String slackId) {
    return stage.slack.botUserId().equals(slackId);
  }

  boolean isEventChannel(String name) {
    return settings.scenario().event().channel().equals(name);
  }

  // ---- what visitors tell ----

  @Override
  public void asking(QuestionId question) {
    askedAt.put(question, System.nanoTime());
  }

  @Override
  public void agentRequested(QuestionId question) {
    record(new Happening.AgentRequested(question));
    agenda.soon(() -> handOver(question));
  }

  private void handOver(QuestionId question) {
    // While the chat is out nobody can hand over; the product does it once it is back.
    if (world.handsOver(question) || !stage.faults.isOut(stage.helpChat.name())) {
      staff.agentRequested(question);
    } else {
      onceBack(() -> handOver(question));
    }
  }

  @Override
  public void gaveUp(QuestionId question, boolean silently) {
    record(new Happening.GaveUp(question, silently));
    correlation.over(question);
    onAgenda(people -> people.userLeft(question, silently));
  }

  @Override
  public void refused(QuestionId question, String call, int status) {
    trouble(
        Optional.of(question),
        "an asker's call failed: " + call + ", " + (status == 0 ? "no answer" : "HTTP " + status));
  }

  @Override
  public void left(QuestionId question) {
    plan.left();
  }
}
