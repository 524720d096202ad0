package gameday.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The pipeline as a child process: started, watched, killed, started again, ended. Its output goes
 * to a file, each start appending.
 */
final class PipelineProcess implements AutoCloseable {
  private static final Duration GENTLY = Duration.ofSeconds(5);
  private static final int LAST_LINES = 3;

  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final BiConsumer<Boolean, Integer> gone;
  private Process process;
  private volatile List<ProcessHandle> children = List.of();

  /** What we have ended, until its exit is seen: that may be after the next start. */
  private final Set<Process> endedByUs = new HashSet<>();

  /**
   * @param gone is told when the process has ended: whether we ended it, and its exit code
   */
  PipelineProcess(
      List<String> command,
      Map<String, String> environment,
      Path log,
      BiConsumer<Boolean, Integer> gone) {
    this.command = command;
    this.environment = environment;
    this.log = log;
    this.gone = gone;
  }

  /** Starts it; it must not be running. */
  synchronized void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    Process started = builder.start();
    process = started;
    started.getOutputStream().close();
    started.onExit().thenAccept(this::ended);
  }

  /** A sentence on a start that failed. */
  String whyNotStarted(IOException failure) {
    String why = String.valueOf(failure.getMessage());
    String program = "cannot start '" + command.getFirst() + "': ";
    if (why.contains("No such file")) {
      return program + "no such program";
    }
    return program + (why.contains("Permission denied") ? "it may not be run" : why);
  }

  /** What it wrote last, to end a sentence with. */
  String lastWords() {
    try {
      String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      List<String> lines = text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
      if (lines.isEmpty()) {
        return "; it wrote nothing to pipeline.log";
      }
      List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
      return "; pipeline.log ends with: " + String.join(" | ", last);
    } catch (IOException unreadable) {
      return "; see pipeline.log";
    }
  }

  private void ended(Process which) {
    boolean expected;
    synchronized (this) {
      expected = endedByUs.remove(which);
    }
    gone.accept(expected, which.exitValue());
  }

  synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /**
   * Remembers the processes it has started, to end them with it: when a shell is gone, who it
   * started can't be found any more.
   */
  void rememberChildren() {
    Process current;
    synchronized (this) {
      current = process;
    }
    if (current != null) {
      children = current.descendants().toList();
    }
  }

  /** Ends it at once, without a chance to tidy up: as a crash does. */
  void kill() {
    Process current;
    synchronized (this) {
      current = end();
    }
    if (current != null) {
      // Grandchildren too: a command may be a shell script that starts the real one.
      family(current).forEach(ProcessHandle::destroyForcibly);
      current.onExit().join();
    }
  }

  /** Asks it and its children to end, and kills whoever hasn't after five seconds. */
  @Override
  public void close() {
    Process current;
    synchronized (this) {
      current = end();
    }
    if (current == null) {
      return;
    }
    List<ProcessHandle> family = family(current);
    family.forEach(ProcessHandle::destroy);
    try {
      CompletableFuture.allOf(
              family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(GENTLY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException stubborn) {
      kill();
    } catch (InterruptedException hurry) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  private List<ProcessHandle> family(Process parent) {
    return Stream.of(Stream.of(parent.toHandle()), children.stream(), parent.descendants())
        .flatMap(Function.identity())
        .distinct()
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  // One that is gone already has ended by itself.
  private Process end() {
    if (isAlive()) {
      endedByUs.add(process);
    }
    return process;
  }
}
