package gameday.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFileTest {
  @Test
  void isForItsOwnersEyesEvenIfItWasOthersBefore(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("pipeline.env");
    Files.writeString(file, "an older run's, readable by all");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    EnvironmentFile.write(Map.of("SLACK_BOT_TOKEN", "xoxb-1"), file);

    assertEquals("SLACK_BOT_TOKEN=xoxb-1\n", Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }
}
