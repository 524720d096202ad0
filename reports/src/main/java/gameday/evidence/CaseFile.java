package gameday.evidence;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.AgentRequested;
import gameday.history.Happening.Asked;
import gameday.history.Happening.Closed;
import gameday.history.Happening.Escalated;
import gameday.history.Happening.GaveUp;
import gameday.history.Happening.UserWrote;
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

  /** What a part of the file begins with; empty for a whole one. */
  private final Optional<Entry> comeback;

  private final Optional<String> conversation;

  CaseFile(ScriptedQuestion question) {
    this.question = question;
    this.comeback = Optional.empty();
    this.conversation = Optional.empty();
  }

  private CaseFile(
      ScriptedQuestion question,
      Optional<Entry> comeback,
      Optional<String> conversation,
      List<Entry> entries) {
    this.question = question;
    this.comeback = comeback;
    this.conversation = conversation;
    this.entries.addAll(entries);
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

  /**
   * What happened until the asker came back to the closed conversation, and what happened since;
   * the whole file alone if they did not. Each is judged as a question of its own.
   */
  public List<CaseFile> turns() {
    int back = question.comeback().map(again -> indexOf(again.text())).orElse(-1);
    if (back < 0) {
      return List.of(this);
    }
    CaseFile first =
        new CaseFile(question, Optional.empty(), conversation(), entries.subList(0, back));
    CaseFile second =
        new CaseFile(
            question.secondTime().orElseThrow(),
            Optional.of(entries.get(back)),
            conversation(),
            entries.subList(back, entries.size()));
    for (Issue issue : issues) {
      long joined = issue.questions().get(id()).entry().sequence();
      (joined < entries.get(back).sequence() ? first : second).add(issue);
    }
    return List.of(first, second);
  }

  private int indexOf(String comesBack) {
    boolean over = false;
    for (int i = 0; i < entries.size(); i++) {
      Happening what = entries.get(i).what();
      if (over && what instanceof UserWrote wrote && wrote.text().equals(comesBack)) {
        return i;
      }
      over |= isEnd(what);
    }
    return -1;
  }

  /** The turn in which it became part of an issue; the first if it never did. */
  public CaseFile turnOf(Issue issue) {
    List<CaseFile> turns = turns();
    return turns.stream()
        .filter(turn -> turn.issues.contains(issue))
        .findFirst()
        .orElse(turns.getFirst());
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
        ? comeback.or(() -> first(Asked.class).map(Moment::entry))
        : first(AgentRequested.class).map(Moment::entry);
  }

  /** When the conversation was over: given up or closed. */
  public Optional<Entry> over() {
    for (Entry entry : entries) {
      if (isEnd(entry.what())) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private static boolean isEnd(Happening what) {
    return what instanceof GaveUp || what instanceof Closed;
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
    return new Way(
        Set.of(question.chat().word(), FaultWindows.PIPELINE),
        conversation().map(Set::of).orElse(Set.of()));
  }

  /** The conversation's id in its chat; empty if it was never asked. */
  public Optional<String> conversation() {
    return conversation.or(() -> first(Asked.class).map(asked -> asked.what().conversation()));
  }

  /** The way between this question and Slack, and back. */
  public Way wayOut() {
    return hearing()
        .and(
            FaultWindows.SLACK,
            issues.stream().map(issue -> issue.root().what().ts()).collect(Collectors.toSet()));
  }
}
