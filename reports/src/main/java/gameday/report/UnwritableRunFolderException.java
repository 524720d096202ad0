package gameday.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A report file could not be written; the message says which, why and what to do. */
public final class UnwritableRunFolderException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  UnwritableRunFolderException(Path path, String reason, IOException cause) {
    super(
        "%s: can't be written: %s; free the place or choose another with --out"
            .formatted(Visible.line(path.toString()), reason),
        cause);
  }
}
