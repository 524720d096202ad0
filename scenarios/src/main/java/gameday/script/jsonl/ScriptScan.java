package gameday.script.jsonl;

import gameday.jsonl.BadLineException;
import gameday.jsonl.JsonLine;
import gameday.jsonl.LineScan;
import gameday.jsonl.LineScan.Block;
import gameday.jsonl.LineScan.End;
import gameday.jsonl.LineScan.Made;
import gameday.jsonl.StraightLines.Crooked;
import gameday.script.ScriptedQuestion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Goes through a script file of any length once, holding few of its questions at a time. */
public final class ScriptScan {
  private static final LineScan.Kind SCRIPT = new LineScan.Kind("script", "", "");

  private ScriptScan() {}

  /**
   * A question and where its line begins.
   *
   * @param start in bytes from the file's begin
   */
  public record Placed(ScriptedQuestion question, long start) {}

  /**
   * Scans {@code file}. That ids are unique is for the caller to see.
   *
   * @param threads how many read; 0 reads on the caller's
   * @param work makes something of some questions that follow each other, on any thread
   * @param inOrder gets it, on the caller's thread, in the order of the file
   */
  public static <T> End scan(
      Path file, int threads, Function<List<Placed>, T> work, Consumer<T> inOrder)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new LineScan(file.getFileName().toString(), SCRIPT, in)
          .scan(
              threads,
              header -> ScriptFile.header(header, List.of()),
              block -> {
                Made<List<Placed>> read = read(block);
                return new Made<>(work.apply(read.what()), read.fault());
              },
              inOrder);
    }
  }

  static Made<List<Placed>> read(Block block) {
    List<Placed> questions = new ArrayList<>();
    StraightQuestions straight = new StraightQuestions(block.bytes(), block.end());
    try {
      for (int from = 0; from < block.end(); ) {
        int to = block.lineEnd(from);
        ScriptedQuestion question = question(straight, block, from, to, questions.size());
        questions.add(new Placed(question, block.start() + from));
        from = to + 1;
      }
    } catch (BadLineException bad) {
      return new Made<>(questions, Optional.of(bad.getMessage()));
    }
    return new Made<>(questions, Optional.empty());
  }

  private static ScriptedQuestion question(
      StraightQuestions straight, Block block, int from, int to, int place) {
    try {
      return straight.read(from, to);
    } catch (Crooked notAsWritten) {
      return QuestionLines.read(JsonLine.parse(block.where(place), block.bytes(), from, to));
    }
  }
}
