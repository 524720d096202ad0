package gameday.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Environment variables in a file that a shell can source. */
final class EnvironmentFile {
  private EnvironmentFile() {}

  /**
   * Writes {@code NAME=value} lines, readable by the owner only, because secrets are among them.
   */
  static void write(Map<String, String> environment, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    environment.forEach((name, value) -> lines.add(name + "=" + value));
    Files.write(file, lines);
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
