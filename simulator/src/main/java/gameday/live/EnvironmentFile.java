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
    // Nobody else may read it for a moment, so it is made as it shall be, and then filled.
    Files.deleteIfExists(file);
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(file, lines);
  }
}
