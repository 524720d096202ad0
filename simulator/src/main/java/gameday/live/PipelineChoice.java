package gameday.live;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which pipeline is rehearsed with. */
public sealed interface PipelineChoice {
  /** A program that the rehearsal starts, and ends. */
  record Command(List<String> words) implements PipelineChoice {
    /** The program and its arguments; at least one word. */
    public Command {
      words = List.copyOf(words);
      if (words.isEmpty()) {
        throw new IllegalArgumentException("the pipeline's command is empty");
      }
    }
  }

  /** A pipeline that already runs; the base of its URLs. */
  record Running(URI url) implements PipelineChoice {}

  /** A program of this class path's in a JVM of its own, which starts fast. */
  static Command ofJava(Class<?> program, String... arguments) {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(part -> Path.of(part).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            program.getName()));
    words.addAll(List.of(arguments));
    return new Command(words);
  }

  /**
   * Splits a command line into words as a shell would: at blanks, but not inside single or double
   * quotes or after a backslash. A backslash is itself inside single quotes, and inside double
   * quotes unless a quote or a backslash follows. Nothing is expanded.
   *
   * @throws IllegalArgumentException if a quote is not closed, or there is no word
   */
  static Command command(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int at = 0; at < line.length(); at++) {
      char here = line.charAt(at);
      if (escapes(line, at, quote)) {
        word.append(line.charAt(++at));
        inWord = true;
      } else if (quote == 0 && Character.isWhitespace(here)) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else if (quote == 0 && (here == '\'' || here == '"')) {
        quote = here;
        inWord = true;
      } else if (quote != 0 && here == quote) {
        quote = 0;
      } else {
        word.append(here);
        inWord = true;
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("quote " + quote + " is not closed in: " + line);
    }
    if (inWord) {
      words.add(word.toString());
    }
    return new Command(words);
  }

  private static boolean escapes(String line, int at, char quote) {
    if (line.charAt(at) != '\\' || quote == '\'' || at + 1 == line.length()) {
      return false;
    }
    return quote == 0 || line.charAt(at + 1) == '"' || line.charAt(at + 1) == '\\';
  }
}
