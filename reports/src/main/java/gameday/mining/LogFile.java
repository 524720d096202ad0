package gameday.mining;

import gameday.evidence.Evidence;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a log to a file, whole or not at all. */
public enum LogFile {
  OCEL2(Ocel2.FILE),
  XES(Xes.FILE);

  private static final int BUFFER = 1 << 16;

  private final String name;

  LogFile(String name) {
    this.name = name;
  }

  /** The file's name in a run folder. */
  public String fileName() {
    return name;
  }

  /**
   * Writes the log, replacing an older one.
   *
   * @throws IOException if it can't be written; an older file stays as it was
   */
  public void write(Evidence evidence, Texts texts, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
    try {
      try (Writer out =
          new BufferedWriter(
              new OutputStreamWriter(
                  Files.newOutputStream(
                      draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING),
                  // Unlike Files.newBufferedWriter, this one replaces half of a character.
                  StandardCharsets.UTF_8),
              BUFFER)) {
        write(evidence, texts, out);
      }
      move(draft, target);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Writes the log to {@code out}, which stays open. */
  public void write(Evidence evidence, Texts texts, Writer out) throws IOException {
    switch (this) {
      case OCEL2 -> Ocel2.write(evidence, texts, out);
      case XES -> Xes.write(evidence, texts, out);
    }
    out.flush();
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
