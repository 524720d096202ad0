package gameday.rehearsed;

import gameday.history.Entry;
import gameday.history.Happening;
import gameday.history.Happening.RunStarted;
import gameday.history.jsonl.HistoryReader;
import gameday.history.jsonl.HistoryWriter;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import gameday.script.jsonl.ScriptFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/**
 * Copies of a day as other days of the same history: with questions, conversations, threads,
 * deliveries and marks of their own.
 *
 * @param ownWords whether users' words and addresses are each copy's own, too
 */
public record Copies(boolean ownWords) {
  private static final RunStarted START = new RunStarted("copy", 1, 1, "virtual");

  /** A line of a file as that of a copy. */
  public String line(String line, String copy) {
    String own =
        line.replaceAll("\\bq-(\\d+)\\b", "q-$1-" + copy)
            .replaceAll("\"(c|d|Ev)(\\d+)\"", "\"$1$2-" + copy + "\"")
            .replaceAll("([\" :])(\\d+)\\.(\\d+)(?=[\")])", "$1$2.$3" + copy);
    return ownWords
        ? own.replaceAll("\\buser(\\d+)@", "user$1-" + copy + "@")
            .replaceAll("user number (\\d+)", "user number $1 of " + copy)
        : own;
  }

  /** A happening as that of a copy. */
  public Happening of(Happening what, int copy) {
    if (what instanceof RunStarted) {
      return what;
    }
    try (StringWriter out = new StringWriter();
        HistoryWriter writer = HistoryWriter.to(out)) {
      writer.append(0, START);
      writer.append(0, what);
      writer.flush();
      HistoryReader.Read read =
          HistoryReader.read("copy", new StringReader(line(out.toString(), "" + copy)));
      List<Entry> entries = ((HistoryReader.Read.Readable) read).history().entries();
      return entries.get(1).what();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A question as that of a copy, asked later. */
  public ScriptedQuestion of(ScriptedQuestion question, int copy, Duration later) {
    try (StringWriter out = new StringWriter()) {
      ScriptFile.write(new Script("copy", 1, later, List.of(question)), out);
      ScriptFile.Read read =
          ScriptFile.read("copy", new StringReader(line(out.toString(), "" + copy)));
      return at(((ScriptFile.Read.Readable) read).script().questions().get(0), later);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ScriptedQuestion at(ScriptedQuestion q, Duration later) {
    return new ScriptedQuestion(
        q.id(),
        q.at().plus(later),
        q.asker(),
        q.chat(),
        q.session(),
        q.topic(),
        q.page(),
        q.messages(),
        q.truth(),
        q.work(),
        q.patience(),
        q.leavesSilently(),
        q.issue(),
        q.screenshot(),
        q.answer(),
        q.followUp(),
        q.correction(),
        q.comeback());
  }
}
