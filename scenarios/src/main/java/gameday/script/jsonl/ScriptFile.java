package gameday.script.jsonl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameday.jsonl.BadLineException;
import gameday.jsonl.JsonLine;
import gameday.script.QuestionId;
import gameday.script.Script;
import gameday.script.ScriptedQuestion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes and reads script files. The same script is the same bytes. */
public final class ScriptFile {
  private static final String FORMAT = "gameday-script";

  private ScriptFile() {}

  /** What came of reading a file. */
  public sealed interface Read {
    /** A script. */
    record Readable(Script script) implements Read {}

    /** No script; {@code fault} says where and what. */
    record Faulty(String fault) implements Read {}
  }

  /** Writes {@code script} to a file, replacing an older one. */
  public static void write(Script script, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      write(script, out);
    }
  }

  /** Writes {@code script} line by line. */
  public static void write(Script script, Writer out) throws IOException {
    ObjectNode header =
        JsonLine.object()
            .put("format", FORMAT)
            .put("version", Script.VERSION)
            .put("scenario", script.scenario())
            .put("seed", script.seed())
            .put("length", script.length().toString());
    out.write(JsonLine.write(header));
    out.write('\n');
    for (ScriptedQuestion question : script.questions()) {
      out.write(JsonLine.write(QuestionLines.write(question)));
      out.write('\n');
    }
  }

  /** Reads {@code file}. */
  public static Read read(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(file.getFileName().toString(), in);
    }
  }

  /** Reads {@code in} to its end; {@code name} is for messages. */
  public static Read read(String name, Reader in) throws IOException {
    try {
      return new Read.Readable(script(name, new BufferedReader(in)));
    } catch (BadLineException bad) {
      return new Read.Faulty(bad.getMessage());
    }
  }

  private static Script script(String name, BufferedReader in) throws IOException {
    String first = in.readLine();
    if (first == null) {
      throw new BadLineException(name + ":1: empty, expected a script's header");
    }
    JsonLine header = JsonLine.parse(name + ":1", first);
    Script empty = header(header, List.of());
    return new Script(empty.scenario(), empty.seed(), empty.length(), questions(name, in));
  }

  static Script header(JsonLine header, List<ScriptedQuestion> questions) {
    checkFormat(header);
    String scenario = header.text("scenario");
    long seed = header.whole("seed");
    Duration length = header.duration("length");
    header.end();
    return new Script(scenario, seed, length, questions);
  }

  private static void checkFormat(JsonLine header) {
    String format = header.text("format");
    if (!format.equals(FORMAT)) {
      throw header.fault("format must be " + FORMAT + ", was " + format);
    }
    int version = header.integer("version");
    if (version != Script.VERSION) {
      throw header.fault(
          "version must be "
              + Script.VERSION
              + ", was "
              + version
              + "; draw the script again with this gameday");
    }
  }

  private static List<ScriptedQuestion> questions(String name, BufferedReader in)
      throws IOException {
    List<ScriptedQuestion> questions = new ArrayList<>();
    Set<QuestionId> ids = new HashSet<>();
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      JsonLine line = JsonLine.parse(name + ":" + (questions.size() + 2), text);
      ScriptedQuestion question = QuestionLines.read(line);
      if (!ids.add(question.id())) {
        throw line.fault("id " + question.id() + " is there twice");
      }
      if (!questions.isEmpty() && questions.getLast().at().compareTo(question.at()) > 0) {
        throw line.fault(
            "at must not be before " + questions.getLast().at() + " of the line above");
      }
      questions.add(question);
    }
    return questions;
  }
}
