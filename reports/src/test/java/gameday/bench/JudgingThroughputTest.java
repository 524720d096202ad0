package gameday.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long judging a very long run takes, beside merely parsing its files. Every build judges a
 * short one; {@code mvn verify -Pbench} a million questions, in a process with 1 GiB of heap and
 * two cores.
 */
class JudgingThroughputTest {
  private static final long TINY = 500;
  private static final long FULL = 1_000_000;

  @Test
  void judgesAShortRunFromItsFiles() throws Exception {
    measure("tiny", TINY);
  }

  @Test
  @Tag("bench")
  void judgesAMillionQuestions() throws Exception {
    measure("full", FULL);
  }

  private record Measured(double seconds, double cpu, long mebibytes, String found) {}

  private static void measure(String name, long questions) throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "bench", "judging-" + name));
    Path script = folder.resolve("script.jsonl");
    Path history = folder.resolve("history.jsonl");
    try {
      LongDay.write(questions, script, history);
      double gigabytes = (Files.size(script) + Files.size(history)) / 1e9;
      Measured parsed = run("parse", script, history);
      Measured judged = run("judge", script, history);
      assertEquals(parsed.found(), judged.found());
      say("%s, %.2f GB".formatted(judged.found(), gigabytes));
      say("         seconds    CPU s   questions/s   peak heap");
      say("parse", questions, parsed);
      say("judge", questions, judged);
      say(
          "judging takes %.2f times as long as parsing, and %.2f times the CPU"
              .formatted(judged.seconds() / parsed.seconds(), judged.cpu() / parsed.cpu()));
    } finally {
      Files.deleteIfExists(script);
      Files.deleteIfExists(history);
    }
  }

  private static Measured run(String what, Path script, Path history)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:ActiveProcessorCount=2", "-XX:+UseParallelGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(JudgingRun.class.getName(), what, script.toString(), history.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes()).strip();
    assertEquals(0, process.waitFor());
    String[] words = printed.split(" ", 4);
    return new Measured(
        Double.parseDouble(words[0]),
        Double.parseDouble(words[1]),
        Long.parseLong(words[2]),
        words[3]);
  }

  private static void say(String what, long questions, Measured measured) {
    say(
        String.format(
            Locale.ROOT,
            "%-6s %9.2f %8.2f %13.0f %7d MiB",
            what,
            measured.seconds(),
            measured.cpu(),
            questions / measured.seconds(),
            measured.mebibytes()));
  }

  /** A benchmark's result is what it prints. */
  private static void say(String line) {
    System.out.println(line);
  }
}
