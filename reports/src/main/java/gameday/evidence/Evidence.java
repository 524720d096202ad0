package gameday.evidence;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.SlackPosted;
import gameday.history.Happening.WebhookDelivered;
import gameday.history.History;
import gameday.process.AnswerRoute;
import gameday.process.Chat;
import gameday.process.PipelinePart;
import gameday.scenario.Scenario;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run as its judges read it. Built once, in linear time; never changes afterwards. */
public final class Evidence {
  private final RunFacts facts;
  private final Script script;
  private final List<ScriptedQuestion> unplayed;
  private final History history;
  private final Indexing index;

  /** Indexes a run. */
  public Evidence(Scenario scenario, Script script, History history) {
    this(RunFacts.of(scenario, history), script, history);
  }

  /**
   * Indexes a slice of a run: some of its questions and their entries, in order, with what is known
   * of the run as a whole.
   */
  public Evidence(RunFacts facts, Script script, History history) {
    this.facts = facts;
    this.history = history;
    this.script = script.without(facts.lacking());
    if (this.script == script) {
      unplayed = List.of();
    } else {
      Set<ScriptedQuestion> played = new HashSet<>(this.script.questions());
      unplayed = script.questions().stream().filter(asked -> !played.contains(asked)).toList();
    }
    index = new Indexing(facts.scenario(), this.script, history, facts.clock());
  }

  /** What is true of the run as a whole. */
  public RunFacts facts() {
    return facts;
  }

  /** What was rehearsed. */
  public Scenario scenario() {
    return facts.scenario();
  }

  /** What was played: without what the pipeline doesn't know. */
  public Script script() {
    return script;
  }

  /** The parts that the pipeline said it doesn't know. */
  public Set<PipelinePart> lacking() {
    return facts.lacking();
  }

  /** The questions that were left out because the pipeline doesn't know their chat. */
  public List<ScriptedQuestion> unplayed() {
    return unplayed;
  }

  /** What happened. */
  public History history() {
    return history;
  }

  /** The run's two clocks. */
  public EventClock clock() {
    return facts.clock();
  }

  /** How exact things must be. */
  public Tolerance tolerance() {
    return facts.tolerance();
  }

  /** The scenario's faults. */
  public FaultWindows faults() {
    return facts.faults();
  }

  /** When the last entry was written. */
  public long endNanos() {
    return facts.endNanos();
  }

  /**
   * Whether the run came to its own end, so that what is missing by then has been missed. It has
   * not if it was interrupted, given up or cut off.
   */
  public boolean isComplete() {
    return facts.isComplete();
  }

  /** A case file per question of the script, in its order. */
  public Collection<CaseFile> cases() {
    return Collections.unmodifiableCollection(index.cases.values());
  }

  /** The case file of a question; empty if the script has no such question. */
  public Optional<CaseFile> caseOf(QuestionId question) {
    return Optional.ofNullable(index.cases.get(question));
  }

  /** Every escalation in Slack, in whatever channel, in order. */
  public List<Issue> issues() {
    return Collections.unmodifiableList(index.issues);
  }

  /** Every message in Slack, in order. */
  public List<Moment<SlackPosted>> posts() {
    return all(SlackPosted.class);
  }

  /** The issue in whose thread a message stands; empty at top level or in an unknown thread. */
  public Optional<Issue> thread(SlackPosted post) {
    return post.threadTs().map(ts -> index.threads.get(post.channel() + " " + ts));
  }

  /** The issue that a top-level message opened; empty if it opened none. */
  public Optional<Issue> openedBy(SlackPosted post) {
    return post.threadTs().isPresent()
        ? Optional.empty()
        : Optional.ofNullable(index.threads.get(post.channel() + " " + post.ts()));
  }

  /** Everything the pipeline wrote into conversations, in order. */
  public List<PipelineWrite> writes() {
    return Collections.unmodifiableList(index.writes);
  }

  /** What the pipeline wrote into one question's conversation, in order. */
  public List<PipelineWrite> writes(QuestionId question) {
    return index.writesByQuestion.getOrDefault(question, List.of());
  }

  /** All happenings of one kind, in order. */
  public <T extends Happening> List<Moment<T>> all(Class<T> kind) {
    return moments(kind, index.byKind.getOrDefault(kind, List.of()));
  }

  /** The attempts to tell the pipeline of a conversation, or a Slack message, in order. */
  public List<Moment<WebhookDelivered>> deliveries(String conversation) {
    return moments(WebhookDelivered.class, index.deliveries.getOrDefault(conversation, List.of()));
  }

  private static <T extends Happening> List<Moment<T>> moments(Class<T> kind, List<Entry> entries) {
    List<Moment<T>> all = new ArrayList<>();
    for (Entry entry : entries) {
      all.add(new Moment<>(entry, kind.cast(entry.what())));
    }
    return all;
  }

  /** How an answer must get back to the user of a chat; Smartloop has no private notes. */
  public AnswerRoute route(Chat chat) {
    boolean notes = chat == Chat.MOD || facts.scenario().helpChat().hasPrivateNotes();
    return notes ? facts.scenario().process().route() : AnswerRoute.STRAIGHT;
  }

  /** When an untaken question is due in Slack; empty if it never waited for an agent. */
  public Optional<Long> untakenDueNanos(CaseFile file) {
    return index.untakenDueNanos(file);
  }

  /** Questions by asker's e-mail address, for messages that name people only. */
  public Map<String, List<QuestionId>> questionsByEmail() {
    return Collections.unmodifiableMap(index.byEmail);
  }
}
