package gameday.cli;

import gameday.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Environment variables in a file, as {@code gameday mocks} and {@code gameday run} write them:
 * {@code NAME=value} lines, blank lines, comments, {@code export}, a value in quotes. Nothing is
 * expanded.
 */
final class VariablesFile {
  private static final long MOST_BYTES = 256 << 10;

  private VariablesFile() {}

  /**
   * The variables by name.
   *
   * @throws Failure with every line that can't be understood, without its value
   */
  static Map<String, String> read(Path file) {
    List<String> faults = new ArrayList<>();
    Map<String, String> variables = new LinkedHashMap<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip().replaceFirst("^export\\s+", "");
      int equals = line.indexOf('=');
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (equals < 1 || !line.substring(0, equals).matches("[A-Za-z_][A-Za-z0-9_]*")) {
        faults.add("%s:%d: must be NAME=value".formatted(file, i + 1));
      } else {
        variables.put(line.substring(0, equals), unquoted(line.substring(equals + 1)));
      }
    }
    if (!faults.isEmpty()) {
      throw new Failure(ExitCode.USAGE, faults);
    }
    return variables;
  }

  private static List<String> lines(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw Failure.usage(file + " is larger than 256 KiB, which no file of variables is");
      }
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw Failure.usage("--env-file " + file + " can't be read: " + RunFolder.reason(e));
    }
  }

  private static String unquoted(String value) {
    String text = value.strip();
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '\'' || text.charAt(0) == '"')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
