package gameday.evidence;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.AgentRequested;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Closed;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.GaveUp;
import gameday.process.Chat;
import gameday.script.QuestionId;
import gameday.script.ScriptedQuestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that happened to one question, in order. */
public final class CaseFile {
  private final ScriptedQuestion question;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();

  CaseFile(ScriptedQuestion question) {
    this.question = question;
  }

  void add(Entry entry) {
    entries.add(entry);
  }

  void add(Issue issue) {
    issues.add(issue);
  }

  /** The question as scripted. */
  public ScriptedQuestion question() {
    return question;
  }

  /** Its id. */
  public QuestionId id() {
    return question.id();
  }

  /** Its entries, messages in its threads included, in order of the history. */
  public List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** The threads it stands in, in whatever channel, in order. */
  public List<Issue> issues() {
    return Collections.unmodifiableList(issues);
  }

  /** All happenings of one kind. */
  public <T extends Happening> List<Moment<T>> all(Class<T> kind) {
    List<Moment<T>> all = new ArrayList<>();
    for (Entry entry : entries) {
      if (kind.isInstance(entry.what())) {
        all.add(new Moment<>(entry, kind.cast(entry.what())));
      }
    }
    return all;
  }

  /** The first happening of one kind. */
  public <T extends Happening> Optional<Moment<T>> first(Class<T> kind) {
    for (Entry entry : entries) {
      if (kind.isInstance(entry.what())) {
        return Optional.of(new Moment<>(entry, kind.cast(entry.what())));
      }
    }
    return Optional.empty();
  }

  /** The agent's escalation, the first if there are several. */
  public Optional<Moment<Escalated>> escalated() {
    return first(Escalated.class);
  }

  /** Since when it has waited for the Client team, or would have, had nobody been there. */
  public Optional<Entry> waiting() {
    return question.chat() == Chat.MOD
        ? first(Asked.class).map(Moment::entry)
        : first(AgentRequested.class).map(Moment::entry);
  }

  /** When the conversation was over: given up or closed. */
  public Optional<Entry> over() {
    for (Entry entry : entries) {
      if (entry.what() instanceof GaveUp || entry.what() instanceof Closed) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** Whether the conversation was over by then. */
  public boolean isOverBy(long atNanos) {
    return over().filter(entry -> entry.atNanos() <= atNanos).isPresent();
  }

  /** Whether the asker left without an answer. */
  public boolean isGivenUp() {
    return first(GaveUp.class).isPresent();
  }

  /** The way by which the pipeline hears of this question in its chat. */
  public Way hearing() {
    Set<String> conversation =
        first(Asked.class).map(asked -> Set.of(asked.what().conversation())).orElse(Set.of());
    return new Way(Set.of(question.chat().word(), FaultWindows.PIPELINE), conversation);
  }

  /** The way between this question and Slack, and back. */
  public Way wayOut() {
    return hearing()
        .and(
            FaultWindows.SLACK,
            issues.stream().map(issue -> issue.root().what().ts()).collect(Collectors.toSet()));
  }
}
