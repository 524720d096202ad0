package gameday.retold;

import gameday.history.Entry;
import gameday.history.History;
import gameday.history.jsonl.HistoryReader;
import gameday.history.jsonl.HistoryWriter;
import gameday.rehearsed.Day;
import gameday.rehearsed.Horizon;
import gameday.rehearsed.Judged;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import gameday.script.jsonl.ScriptFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** A day and the script it played, as one of many ways to tell it. */
record Told(Script script, Day day) {
  static Told of(Day day) {
    return new Told(Horizon.script(), day);
  }

  Told with(Day other) {
    return new Told(script, other);
  }

  Judged judged() {
    return Judged.of(Horizon.scenario(), script, day.history());
  }

  /** Both told together, question by question in order of time. */
  Told beside(Told other) {
    List<ScriptedQuestion> questions = new ArrayList<>(script.questions());
    questions.addAll(other.script.questions());
    questions.sort(Comparator.comparing(ScriptedQuestion::at));
    Script both = new Script(script.scenario(), script.seed(), script.length(), questions);
    return new Told(both, day.and(other.day));
  }

  /** The same after {@code how} went over the texts of both files. */
  Told rewritten(UnaryOperator<String> how) {
    return new Told(script(how.apply(text(script))), day(how.apply(text(day.history()))));
  }

  private static String text(Script script) {
    try {
      StringWriter out = new StringWriter();
      ScriptFile.write(script, out);
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(History history) {
    StringWriter out = new StringWriter();
    try (HistoryWriter writer = HistoryWriter.to(out)) {
      history.entries().forEach(writer::append);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static Script script(String text) {
    try {
      ScriptFile.Read read = ScriptFile.read("script.jsonl", new StringReader(text));
      if (read instanceof ScriptFile.Read.Readable readable) {
        return readable.script();
      }
      throw new AssertionError(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Day day(String text) {
    try {
      HistoryReader.Read read = HistoryReader.read("history.jsonl", new StringReader(text));
      if (!(read instanceof HistoryReader.Read.Readable readable)) {
        throw new AssertionError(read);
      }
      List<Day.Timed> happenings = new ArrayList<>();
      for (Entry entry : readable.history().entries()) {
        happenings.add(new Day.Timed(entry.atNanos() * day.speed() / 1e9, entry.what()));
      }
      return new Day(day.speed(), happenings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
