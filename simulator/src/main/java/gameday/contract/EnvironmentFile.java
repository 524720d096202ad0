package gameday.contract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Environment variables in a file that a shell can source: {@code NAME=value} lines, blank lines,
 * comments, quotes, {@code export}. Nothing is expanded, and a value ends with its line.
 *
 * @param entries in the file's order
 * @param faults what can't be understood, a sentence each, without any value: it may be a secret
 * @param isOpen whether everybody on the machine can read the file
 */
public record EnvironmentFile(List<Entry> entries, List<String> faults, boolean isOpen) {
  private static final int MOST_BYTES = 256 << 10;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** What a word that has quotes is made of: in quotes of either kind, escaped, or plain. */
  private static final Pattern PIECE =
      Pattern.compile(
          "\\G(?:'([^']*)'|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|\\\\.|[^\\s'\"\\\\]+)");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,:/@%+=-]*");

  public EnvironmentFile {
    entries = List.copyOf(entries);
    faults = List.copyOf(faults);
  }

  /** A variable, its value and its line, counted from 1. */
  public record Entry(String name, String value, int line) {}

  /**
   * Writes {@link #lines}, readable by the owner only, because secrets are among them.
   *
   * @throws IllegalArgumentException if a value has a line break
   */
  public static void write(Map<String, String> environment, Path file) throws IOException {
    List<String> lines = lines(environment);
    // Nobody else may read it for a moment, so it is made as it shall be, and then filled.
    Files.deleteIfExists(file);
    if (isPosix(file.toAbsolutePath().getParent())) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(file, lines);
  }

  /**
   * {@code NAME=value} as a shell reads it, in the contract's order; what the contract doesn't know
   * comes last.
   *
   * @throws IllegalArgumentException if a value has a line break
   */
  public static List<String> lines(Map<String, String> environment) {
    List<String> names = Arrays.stream(PipelineVariable.values()).map(Enum::name).toList();
    return Stream.concat(
            names.stream().filter(environment::containsKey),
            environment.keySet().stream().filter(name -> !names.contains(name)).sorted())
        .map(name -> name + "=" + quoted(name, environment.get(name)))
        .toList();
  }

  private static String quoted(String name, String value) {
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new IllegalArgumentException(name + " has a line break");
    }
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  /**
   * Reads a file; faults name it as {@code file} and the line.
   *
   * @throws IOException if it can't be read
   */
  public static EnvironmentFile read(Path file) throws IOException {
    boolean open =
        isPosix(file)
            && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    byte[] bytes;
    try (var stream = Files.newInputStream(file)) {
      bytes = stream.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      String fault = "%s: must be at most %d KiB".formatted(file, MOST_BYTES >> 10);
      return new EnvironmentFile(List.of(), List.of(fault), open);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return parse(file.toString(), text.replaceFirst("^\uFEFF", ""), open);
    } catch (CharacterCodingException e) {
      return new EnvironmentFile(List.of(), List.of(file + ": must be text in UTF-8"), open);
    }
  }

  private static boolean isPosix(Path file) throws IOException {
    return Files.getFileStore(file).supportsFileAttributeView("posix");
  }

  private static EnvironmentFile parse(String file, String text, boolean open) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip().replaceFirst("^export\\s+", "");
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String where = file + ":" + number + ": ";
      int equals = line.indexOf('=');
      String name = line.substring(0, Math.max(0, equals));
      if (!NAME.matcher(name).matches()) {
        faults.add(where + "must be NAME=value, without blanks around the =");
        continue;
      }
      Optional<String> value = value(line.substring(equals + 1));
      if (value.isEmpty()) {
        faults.add(where + name + " has a quote that isn't closed, or more after it");
        continue;
      }
      Entry before = entries.put(name, new Entry(name, value.get(), number));
      if (before != null) {
        faults.add(where + name + " stands in line " + before.line() + " already; keep one");
      }
    }
    return new EnvironmentFile(List.copyOf(entries.values()), faults, open);
  }

  /** The value that {@code raw} stands for; empty if its quotes are wrong. */
  private static Optional<String> value(String raw) {
    if (!raw.startsWith("'") && !raw.startsWith("\"")) {
      return Optional.of(raw.replaceFirst("\\s#.*$", "").strip());
    }
    StringBuilder value = new StringBuilder();
    int end = 0;
    Matcher piece = PIECE.matcher(raw);
    while (piece.find()) {
      value.append(piece.group().startsWith("'") ? piece.group(1) : unescaped(piece.group()));
      end = piece.end();
    }
    String rest = raw.substring(end);
    boolean ends = rest.isBlank() || rest.matches("\\s+#.*");
    return ends ? Optional.of(value.toString()) : Optional.empty();
  }

  private static String unescaped(String piece) {
    boolean quoted = piece.startsWith("\"");
    String inside = quoted ? piece.substring(1, piece.length() - 1) : piece;
    return inside.replaceAll(quoted ? "\\\\([\\\\\"$`])" : "\\\\(.)", "$1");
  }
}
