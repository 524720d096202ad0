package gameday.cli;

import gameday.verdict.ExitCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Makes and finds run folders: {@code runs/<scenario>/<UTC>-<seed>}, and {@code runs/latest}. */
final class RunFolder {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private RunFolder() {}

  /** Makes a new folder below {@code runs} and lets {@code latest} point to it. */
  static Path create(Path runs, String scenario, long seed, Instant now) {
    try {
      Path folder = make(runs, scenario, seed, now);
      pointLatest(runs, folder);
      return folder;
    } catch (IOException e) {
      throw unwritable(runs, e);
    }
  }

  /** Makes a new folder for something that is no run, so that {@code latest} stays. */
  static Path aside(Path runs, String what, long seed, Instant now) {
    try {
      return make(runs, what, seed, now);
    } catch (IOException e) {
      throw unwritable(runs, e);
    }
  }

  private static Path make(Path runs, String what, long seed, Instant now) throws IOException {
    return fresh(Files.createDirectories(runs.resolve(what)), STAMP.format(now) + "-" + seed);
  }

  private static Failure unwritable(Path runs, IOException e) {
    return new Failure(
        ExitCode.USAGE,
        List.of(
            "cannot write run folders below '"
                + runs
                + "': "
                + reason(e)
                + "; choose another folder with --out"));
  }

  /** What went wrong with a file, in words; Java's message is often only the path. */
  static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.AccessDeniedException denied ->
          "permission denied for " + denied.getFile();
      case FileAlreadyExistsException there -> there.getFile() + " is there and is no folder";
      case java.nio.charset.CharacterCodingException garbled -> "a file is not UTF-8 text";
      case java.nio.file.NoSuchFileException gone -> gone.getFile() + " does not exist";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static Path fresh(Path parent, String name) throws IOException {
    for (int i = 1; i < 100; i++) {
      try {
        return Files.createDirectory(parent.resolve(i == 1 ? name : name + "-" + i));
      } catch (FileAlreadyExistsException sameSecond) {
        // Two runs of one seed began in the same second: the next number is free.
      }
    }
    throw new IOException("a hundred runs in one second below " + parent);
  }

  private static void pointLatest(Path runs, Path folder) throws IOException {
    Path latest = runs.resolve("latest");
    try {
      Path next = runs.resolve("latest.next");
      Files.deleteIfExists(next);
      Files.createSymbolicLink(next, runs.toAbsolutePath().relativize(folder.toAbsolutePath()));
      Files.move(next, latest, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (UnsupportedOperationException noLinks) {
      // A file system without links: the run's last lines name the folder anyway.
    }
  }
}
