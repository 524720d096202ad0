package gameday.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a run's report files into its folder: all that a reader, a CI server or a spreadsheet
 * needs. Each file appears whole or not at all.
 */
public final class RunFiles {
  /** The summary for programs; schema {@code gameday/run/1}. */
  public static final String JSON = "run.json";

  /** All violations, RFC 4180. */
  public static final String VIOLATIONS = "violations.csv";

  /** One case per rule and objective, for CI servers. */
  public static final String JUNIT = "junit.xml";

  /** A page of Markdown, for a job summary. */
  public static final String SUMMARY = "summary.md";

  /** One offline page for people. */
  public static final String PAGE = "report.html";

  private RunFiles() {}

  /**
   * Writes all files, replacing older ones; makes the folder if it isn't there.
   *
   * @throws UnwritableRunFolderException if the folder can't be written; files written until then
   *     stay, each of them whole
   */
  public static void write(Path folder, RunReport report) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(JSON, RunJson.of(report));
    files.put(VIOLATIONS, ViolationsCsv.of(report));
    files.put(JUNIT, junit(report));
    files.put(SUMMARY, markdown(report));
    files.put(PAGE, page(report));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UnwritableRunFolderException(folder, reason(e), e);
    }
    files.forEach((name, content) -> write(folder.resolve(name), content));
  }

  /** The page as one offline HTML text. */
  public static String page(RunReport report) {
    return ReportPage.render(report);
  }

  /** The JUnit XML text. */
  public static String junit(RunReport report) {
    return JunitXml.of(report);
  }

  /** The Markdown text. */
  public static String markdown(RunReport report) {
    return SummaryMarkdown.of(report);
  }

  /**
   * Writes one of these files somewhere else, as {@code --junit FILE} asks for, whole or not at
   * all.
   *
   * @throws UnwritableRunFolderException if it can't be written
   */
  public static void write(Path file, String content) {
    Path target = file.toAbsolutePath();
    Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
    try {
      Files.write(draft, content.getBytes(StandardCharsets.UTF_8));
      move(draft, target);
    } catch (IOException e) {
      discard(draft, e);
      throw new UnwritableRunFolderException(file, reason(e), e);
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(Path draft, IOException why) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    if (e instanceof NoSuchFileException) {
      return "the folder does not exist";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file is in its place";
    }
    if (e instanceof FileSystemException other && other.getReason() != null) {
      return other.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
