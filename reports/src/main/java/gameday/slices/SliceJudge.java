package gameday.slices;

import gameday.checker.LooseEnd;
import gameday.checker.SlicedRuleBook;
import gameday.evidence.Evidence;
import gameday.evidence.RunFacts;
import gameday.history.Entry;
import gameday.history.Happening.HarnessTrouble;
import gameday.history.Happening.PipelineGone;
import gameday.history.Happening.PipelineReady;
import gameday.history.Happening.RunEnded;
import gameday.history.Happening.RunStarted;
import gameday.history.History;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Judges groups, some at a time. A group with a reminder too few or too many is put aside at first:
 * another group may have what it misses. {@link Aside} finds such groups, which are then judged
 * together.
 */
public final class SliceJudge {
  private final RunFacts facts;
  private final Groups groups;
  private final Stored run;

  /** For the groups of a run. */
  public SliceJudge(RunFacts facts, Groups groups, Stored run) {
    this.facts = facts;
    this.groups = groups;
    this.run = run;
  }

  /** A loose end and the group it hangs out of. */
  record Loose(int group, LooseEnd end) {}

  /**
   * What came of a slice.
   *
   * @param book what was found in the groups that are settled
   */
  public record Judged(SlicedRuleBook book, List<Loose> loose) {}

  /** Judges the groups from the one to before the other, but for those with loose ends. */
  public Judged judge(int from, int to) {
    int[] all = new int[to - from];
    Arrays.setAll(all, i -> from + i);
    SlicedRuleBook book = new SlicedRuleBook(facts);
    Slice slice = slice(all);
    List<Loose> loose = new ArrayList<>();
    for (LooseEnd end : LooseEnd.of(slice.evidence)) {
      loose.add(new Loose(slice.groupOf(end.sequence()), end));
    }
    if (!loose.isEmpty()) {
      slice =
          slice(
              Arrays.stream(all)
                  .filter(group -> loose.stream().noneMatch(end -> end.group() == group))
                  .toArray());
    }
    book.judge(slice.evidence, slice::place);
    return new Judged(book, loose);
  }

  /** Judges groups that have nothing to do with any others, whatever ends they have. */
  public SlicedRuleBook judgeTogether(int[] together) {
    SlicedRuleBook book = new SlicedRuleBook(facts);
    Slice slice = slice(together);
    book.judge(slice.evidence, slice::place);
    return book;
  }

  /** Whether an entry is told of the run itself, which is judged as a slice without questions. */
  public static boolean isOfRun(Entry entry) {
    return entry.what() instanceof RunStarted
        || entry.what() instanceof RunEnded
        || entry.what() instanceof PipelineReady
        || entry.what() instanceof PipelineGone
        || entry.what() instanceof HarnessTrouble;
  }

  /** Judges what is told of the run itself. */
  public SlicedRuleBook judgeRun(List<Entry> ofRun) {
    SlicedRuleBook book = new SlicedRuleBook(facts);
    book.judge(new Evidence(facts, script(List.of()), new History(ofRun)), question -> 0);
    return book;
  }

  private static Script script(List<ScriptedQuestion> questions) {
    return new Script("", 0, Duration.ZERO, questions);
  }

  private Slice slice(int[] which) {
    int[] sequences =
        Arrays.stream(which)
            .flatMap(group -> places(groups.entries(group), i -> groups.entry(group, i)))
            .sorted()
            .toArray();
    int[] places =
        Arrays.stream(which)
            .flatMap(group -> places(groups.questions(group), i -> groups.question(group, i)))
            .sorted()
            .toArray();
    List<ScriptedQuestion> questions = run.questions(places);
    return new Slice(
        which,
        places,
        new Evidence(facts, script(questions), new History(run.entries(sequences))),
        questions);
  }

  private static IntStream places(int count, IntUnaryOperator place) {
    return IntStream.range(0, count).map(place);
  }

  private final class Slice {
    private final int[] which;
    private final int[] places;
    private final Evidence evidence;
    private final List<ScriptedQuestion> questions;
    private final Map<QuestionId, Integer> placeOf = new HashMap<>();

    Slice(int[] which, int[] places, Evidence evidence, List<ScriptedQuestion> questions) {
      this.which = which;
      this.places = places;
      this.evidence = evidence;
      this.questions = questions;
    }

    /** A question's place in the whole script; few are ever asked for. */
    long place(QuestionId question) {
      if (placeOf.isEmpty()) {
        for (int i = 0; i < places.length; i++) {
          placeOf.put(questions.get(i).id(), places[i]);
        }
      }
      return placeOf.getOrDefault(question, -1);
    }

    int groupOf(long sequence) {
      for (int group : which) {
        for (int i = 0; i < groups.entries(group); i++) {
          if (groups.entry(group, i) == sequence) {
            return group;
          }
        }
      }
      throw new IllegalStateException("entry " + sequence + " is in none of the slice's groups");
    }
  }
}
