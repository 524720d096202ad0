package gameday.live;

import gameday.contract.PipelineVariable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Environment variables in a file that a shell can source. */
final class EnvironmentFile {
  private EnvironmentFile() {}

  /** What a shell takes as it is; everything else must stand in quotes. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  /**
   * Writes {@code NAME=value} lines, readable by the owner only, because secrets are among them.
   */
  static void write(Map<String, String> environment, Path file) throws IOException {
    Files.write(file, lines(environment));
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** {@code NAME=value} as a shell reads it, in the contract's order. */
  static List<String> lines(Map<String, String> environment) {
    return Arrays.stream(PipelineVariable.values())
        .map(PipelineVariable::name)
        .filter(environment::containsKey)
        .map(name -> name + "=" + quoted(environment.get(name)))
        .toList();
  }

  private static String quoted(String value) {
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}
