package gameday.story;

import gameday.evidence.CaseFile;
import gameday.evidence.Evidence;
import gameday.history.Entry;
import gameday.process.Chat;
import gameday.script.QuestionId;
import gameday.verdict.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which message went from whom to whom, and when.
 *
 * @param question whose story it is; empty if it shows a violation's witnesses only
 * @param chat the chat it is asked in; empty if it is no question's
 * @param lanes the lanes that are used, from left to right
 * @param rows what happened, in order of time; at most {@link #MOST_ROWS} and as many witnesses
 */
public record SequencePicture(
    Optional<QuestionId> question, Optional<Chat> chat, List<Lane> lanes, List<Row> rows) {
  /** How many rows a picture has before its middle is left out. */
  public static final int MOST_ROWS = 48;

  public SequencePicture {
    lanes = List.copyOf(lanes);
    rows = List.copyOf(rows);
  }

  /** The picture of a question; of the witnesses alone if the run has no such question. */
  public static SequencePicture of(
      Evidence evidence, QuestionId question, Collection<Entry> witnesses) {
    Optional<CaseFile> file = evidence.caseOf(question);
    return file.isPresent() ? of(evidence, file.get(), witnesses) : of(evidence, witnesses);
  }

  /** The picture of a violation; empty if it names no question and its proof is an absence. */
  public static Optional<SequencePicture> of(Evidence evidence, Violation violation) {
    Optional<QuestionId> question =
        violation.question().filter(id -> evidence.caseOf(id).isPresent());
    if (question.isPresent()) {
      return Optional.of(of(evidence, question.get(), violation.witnesses()));
    }
    return violation.witnesses().isEmpty()
        ? Optional.empty()
        : Optional.of(of(evidence, violation.witnesses()));
  }

  private static SequencePicture of(Evidence evidence, CaseFile file, Collection<Entry> witnesses) {
    Rows rows =
        new Rows(evidence.clock(), Optional.of(file.id()), OneQuestion.askedNanos(evidence, file));
    OneQuestion.fill(rows, evidence, file, witnesses);
    return of(Optional.of(file.id()), Optional.of(file.question().chat()), rows);
  }

  private static SequencePicture of(Evidence evidence, Collection<Entry> witnesses) {
    long first = witnesses.stream().mapToLong(Entry::atNanos).min().orElse(0);
    Rows rows = new Rows(evidence.clock(), Optional.empty(), first);
    TreeMap<Long, Entry> inOrder = new TreeMap<>();
    witnesses.forEach(entry -> inOrder.put(entry.sequence(), entry));
    inOrder.values().forEach(entry -> rows.add(entry, true));
    return of(Optional.empty(), Optional.empty(), rows);
  }

  private static SequencePicture of(Optional<QuestionId> question, Optional<Chat> chat, Rows all) {
    List<Row> rows = all.bounded(MOST_ROWS);
    Set<Lane> used = EnumSet.noneOf(Lane.class);
    rows.forEach(row -> used.addAll(List.of(row.from(), row.to())));
    return new SequencePicture(question, chat, new ArrayList<>(used), rows);
  }

  /** A lane's name in this picture. */
  public String words(Lane lane) {
    boolean isChat = lane == Lane.CHAT && chat.isPresent();
    return isChat ? (chat.get() == Chat.MOD ? "Mod chat" : "Help chat") : lane.words();
  }

  /** Where a lane stands among those that are used, from 0. */
  public int column(Lane lane) {
    return lanes.indexOf(lane);
  }
}
